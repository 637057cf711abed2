package dev.parley.config;

import dev.parley.host.Secret;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the command line said, each empty where it said nothing.
 *
 * @param token handed over by descriptor or prompt
 * @param signIn how consumers sign in
 */
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
        Optional<String> logLevel,
        Optional<Secret> token,
        SignInFlags signIn) {
    public Flags(
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
            Optional<String> logLevel) {
        this(
                account,
                server,
                envFile,
                tokenFile,
                consumers,
                profile,
                theme,
                ascii,
                color,
                ambiguous,
                config,
                logLevel,
                Optional.empty(),
                SignInFlags.NONE);
    }

    public Flags withToken(Optional<Secret> given) {
        return new Flags(
                account, server, envFile, tokenFile, consumers, profile, theme, ascii, color, ambiguous, config,
                logLevel, given, signIn);
    }

    public Flags withSignIn(SignInFlags said) {
        return new Flags(
                account, server, envFile, tokenFile, consumers, profile, theme, ascii, color, ambiguous, config,
                logLevel, token, said);
    }
}
