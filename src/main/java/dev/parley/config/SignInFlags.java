package dev.parley.config;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What the command line said of signing in.
 *
 * @param auth header or init
 */
public record SignInFlags(
        Optional<String> connector,
        Optional<Path> idTokenFile,
        Optional<Path> authCodeFile,
        Optional<String> redirectUri,
        Optional<String> auth) {
    public static final SignInFlags NONE =
            new SignInFlags(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
