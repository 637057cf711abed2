package dev.parley.config;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/** What the command line said, each empty where it said nothing. */
public record Flags(
        Optional<String> account,
        Optional<String> server,
        Optional<Path> envFile,
        Optional<Path> tokenFile,
        OptionalInt consumers,
        Optional<String> profile,
        Optional<String> theme,
        boolean ascii,
        Optional<String> color,
        Optional<String> ambiguous,
        Optional<Path> config,
        Optional<String> logLevel) {}
