package dev.parley.cli;

import dev.parley.config.Flags;
import dev.parley.config.GivenToken;
import dev.parley.config.Refusal;
import dev.parley.config.SignInFlags;
import dev.parley.host.Secret;
import java.io.Console;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The client's options. No option takes a secret: arguments are readable by everybody on the host. */
final class ClientOptions {
    @Option(names = "--account", paramLabel = "ID", description = "a LivePerson account (nothing set up: the sandbox)")
    @Nullable
    String account;

    @Option(
            names = "--server",
            paramLabel = "URL",
            description = "where domains are looked up; http to this machine only; alone it means account 10000001")
    @Nullable
    String server;

    @Option(
            names = "--env-file",
            paramLabel = "FILE",
            description = "LP_ACCOUNT, LP_JWT, LP_ASYNCMESSAGINGENT, LP_IDP, as lp-shell has them; also LP_CONNECTOR,"
                    + " LP_ID_TOKEN, LP_AUTH_CODE, LP_REDIRECT_URI")
    @Nullable
    Path envFile;

    @Option(names = "--token-file", paramLabel = "FILE", description = "the consumer's JWT; only you may read the file")
    @Nullable
    Path tokenFile;

    @Option(names = "--token-fd", paramLabel = "N", description = "the JWT, from an inherited descriptor: 3 3<FILE")
    @Nullable
    Integer tokenFd;

    @Option(names = "--token-prompt", description = "asks for the JWT, without showing it, before the screen comes up")
    boolean tokenPrompt;

    @Option(
            names = "--connector",
            paramLabel = "ID",
            description = "signs in there; auto: as somebody without a login, where the account says")
    @Nullable
    String connector;

    @Option(
            names = "--id-token-file",
            paramLabel = "FILE",
            description = "signs in with the brand's id token, at --connector ID")
    @Nullable
    Path idTokenFile;

    @Option(
            names = "--auth-code-file",
            paramLabel = "FILE",
            description =
                    "signs in with the brand's code; with --connector ID in the current form, else in the old one")
    @Nullable
    Path authCodeFile;

    @Option(names = "--redirect-uri", paramLabel = "URI", description = "the address that a code was given out for")
    @Nullable
    String redirectUri;

    @Option(
            names = "--auth",
            paramLabel = "WHERE",
            description = "header: the token goes into the request (default); init: into the first frame")
    @Nullable
    String auth;

    @Option(names = "--read-only", description = "looks at what another Parley has, takes no lock, sends nothing")
    boolean readOnly;

    @Option(names = "--consumers", paramLabel = "N", description = "this many consumers, each with its own connection")
    @Nullable
    Integer consumers;

    @Option(names = "--profile", paramLabel = "NAME", description = "settings and state of its own")
    @Nullable
    String profile;

    @Option(names = "--theme", paramLabel = "NAME", description = "default, light, high-contrast, mono, or one's own")
    @Nullable
    String theme;

    @Option(names = "--ascii", description = "nothing beyond ASCII of our own")
    boolean ascii;

    @Option(names = "--color", paramLabel = "MODE", description = "16, 256, 24bit or none (else: by the terminal)")
    @Nullable
    String color;

    @Option(
            names = "--ambiguous",
            paramLabel = "WIDTH",
            description = "wide: the terminal draws East Asian Ambiguous characters in two columns")
    @Nullable
    String ambiguous;

    @Option(names = "--config", paramLabel = "FILE", description = "in place of config.properties")
    @Nullable
    Path config;

    @Option(names = "--log-level", paramLabel = "LEVEL", description = "error, warn, info, debug or trace")
    @Nullable
    String logLevel;

    @Option(names = "--trace", paramLabel = "FILE", description = "writes every frame, without secrets, to a new file")
    @Nullable
    Path trace;

    /** @throws Refusal when a token was to be handed over, and was not */
    Flags flags() throws Refusal {
        return said().withToken(token()).withSignIn(signIn());
    }

    private SignInFlags signIn() {
        return new SignInFlags(
                Optional.ofNullable(connector),
                Optional.ofNullable(idTokenFile),
                Optional.ofNullable(authCodeFile),
                Optional.ofNullable(redirectUri),
                Optional.ofNullable(auth));
    }

    private Optional<Secret> token() throws Refusal {
        if (tokenFd != null && tokenPrompt) {
            throw new Refusal(Refusal.USAGE, "one token is enough: leave out --token-fd or --token-prompt.");
        }
        if (tokenFd != null) {
            return Optional.of(GivenToken.fromDescriptor(tokenFd));
        }
        return tokenPrompt ? Optional.of(GivenToken.fromPerson(ClientOptions::ask)) : Optional.empty();
    }

    private static char @Nullable [] ask() {
        Console console = System.console();
        return console == null ? null : console.readPassword("JWT (not shown): ");
    }

    private Flags said() {
        return new Flags(
                Optional.ofNullable(account),
                Optional.ofNullable(server),
                Optional.ofNullable(envFile),
                Optional.ofNullable(tokenFile),
                consumers == null ? OptionalInt.empty() : OptionalInt.of(consumers),
                Optional.ofNullable(profile),
                Optional.ofNullable(theme),
                ascii,
                Optional.ofNullable(color),
                Optional.ofNullable(ambiguous),
                Optional.ofNullable(config),
                Optional.ofNullable(logLevel));
    }
}
