package dev.parley.config;

import dev.parley.config.SignInSettings.Given;
import dev.parley.host.Secret;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who the person wants to be. Of flags, LP_ names and profile the first that has a token, an id token or a code decides, and
 * must have one only; a connector that stands before a token wins over it.
 */
record Credential(Optional<Secret> token, SignInSettings signIn) {
    private static final String AUTO = SignInSettings.AUTO;

    /** What one source has. */
    private record Source(
            Optional<Given> token,
            Optional<Given> otherToken,
            Optional<Given> idToken,
            Optional<Given> code,
            Optional<String> connector,
            Optional<String> redirectUri) {
        boolean hasToken() {
            return token.isPresent() || otherToken.isPresent();
        }

        boolean hasProof() {
            return hasToken() || idToken.isPresent() || code.isPresent();
        }
    }

    /** Whether it can be one consumer only. */
    boolean isOneConsumer() {
        return token.isPresent()
                || signIn.idToken().isPresent()
                || signIn.code().isPresent();
    }

    static Credential choose(Flags flags, Map<String, String> lp, ConfigFile config) throws Refusal {
        List<Source> sources = List.of(said(flags), liveperson(lp), profile(config));
        boolean inBand =
                inBand(flags.signIn().auth().or(() -> config.setting("auth")).orElse("header"));
        Source proof = sources.stream().filter(Source::hasProof).findFirst().orElse(sources.get(2));
        checkOne(proof);
        Optional<Source> named =
                sources.stream().filter(each -> each.connector().isPresent()).findFirst();
        Optional<String> connector = named.flatMap(Source::connector);
        if (proof.hasToken()) {
            int behind = named.map(sources::indexOf).orElse(sources.size());
            if (behind == sources.indexOf(proof)) {
                throw usage("a token is signed in already, and --connector is to sign in: leave one of them out.");
            }
            if (behind > sources.indexOf(proof)) {
                Optional<Given> given = proof.token().or(proof::otherToken);
                return new Credential(
                        Optional.of(given.orElseThrow().read()),
                        signIn(flags, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), inBand));
            }
            return new Credential(
                    Optional.empty(),
                    signIn(flags, connector, Optional.empty(), Optional.empty(), Optional.empty(), inBand));
        }
        Optional<String> redirect =
                sources.stream().flatMap(each -> each.redirectUri().stream()).findFirst();
        return new Credential(
                Optional.empty(), signIn(flags, connector, proof.idToken(), proof.code(), redirect, inBand));
    }

    private static Source said(Flags flags) {
        SignInFlags said = flags.signIn();
        return new Source(
                flags.token().map(secret -> new Given(Optional.empty(), secret, "token")),
                flags.tokenFile().map(file -> file(file, "token")),
                said.idTokenFile().map(file -> file(file, "id token")),
                said.authCodeFile().map(file -> file(file, "code")),
                said.connector(),
                said.redirectUri());
    }

    private static Source liveperson(Map<String, String> lp) {
        return new Source(
                variable(lp, "LP_JWT"),
                Optional.empty(),
                variable(lp, "LP_ID_TOKEN"),
                variable(lp, "LP_AUTH_CODE"),
                Optional.ofNullable(lp.get("LP_CONNECTOR")),
                Optional.ofNullable(lp.get("LP_REDIRECT_URI")));
    }

    private static Source profile(ConfigFile config) {
        return new Source(
                config.setting("token-file").map(name -> file(Path.of(name), "token")),
                Optional.empty(),
                config.setting("id-token-file").map(name -> file(Path.of(name), "id token")),
                config.setting("auth-code-file").map(name -> file(Path.of(name), "code")),
                config.setting("connector"),
                config.setting("redirect-uri"));
    }

    private static Given file(Path file, String what) {
        return new Given(Optional.of(file), Secret.of(""), what);
    }

    private static Optional<Given> variable(Map<String, String> lp, String name) {
        return Optional.ofNullable(lp.get(name)).map(value -> new Given(Optional.empty(), Secret.of(value), name));
    }

    private static void checkOne(Source proof) throws Refusal {
        boolean brands = proof.idToken().isPresent() || proof.code().isPresent();
        if (proof.token().isPresent() && proof.otherToken().isPresent()) {
            throw usage("one token is enough: leave out --token-file or the other one.");
        }
        if (brands && proof.hasToken()
                || proof.idToken().isPresent() && proof.code().isPresent()) {
            throw usage("one way to sign in is enough: of token, id token and code leave out all but one.");
        }
    }

    private static SignInSettings signIn(
            Flags flags,
            Optional<String> connector,
            Optional<Given> idToken,
            Optional<Given> code,
            Optional<String> redirect,
            boolean inBand)
            throws Refusal {
        if (connector.isPresent() && !connector.get().matches("[A-Za-z0-9_-]{1,64}")) {
            throw usage("a connector's id is letters and digits, as in --connector 1234567890; or it is auto.");
        }
        boolean atConnector = connector.filter(id -> !id.equals(AUTO)).isPresent();
        if (idToken.isPresent() && !atConnector) {
            throw usage("an id token is for one of the brand's connectors: name it with --connector ID.");
        }
        if (code.isPresent() && connector.isPresent() && !atConnector) {
            throw usage("auto finds the connector for consumers without a login: with a code name the brand's own,"
                    + " --connector ID, or none.");
        }
        boolean redirects = code.isPresent() && atConnector;
        if (redirects && redirect.isEmpty()) {
            throw usage("a code for a connector needs the address it was given out for: add --redirect-uri URI.");
        }
        if (!redirects && flags.signIn().redirectUri().isPresent()) {
            throw usage("--redirect-uri goes with a code and a connector: --connector ID --auth-code-file FILE.");
        }
        if (redirects && !isAddress(redirect.get())) {
            throw usage("--redirect-uri takes an address like https://shop.example/signed-in.");
        }
        for (Optional<Given> proof : List.of(idToken, code)) {
            if (proof.isPresent()) {
                // What nobody else may read is refused before the screen comes up, not at the first connect.
                proof.get().read();
            }
        }
        return new SignInSettings(connector, idToken, code, redirect.filter(uri -> redirects), inBand);
    }

    private static boolean isAddress(String written) {
        try {
            URI uri = new URI(written);
            return uri.isAbsolute() && written.length() <= 2_000;
        } catch (URISyntaxException malformed) {
            return false;
        }
    }

    private static boolean inBand(String auth) throws Refusal {
        if (!auth.equals("header") && !auth.equals("init")) {
            throw usage(
                    "--auth takes header (the token goes into the request's header) or init (into the first frame).");
        }
        return auth.equals("init");
    }

    private static Refusal usage(String sentence) {
        return new Refusal(Refusal.USAGE, sentence);
    }
}
