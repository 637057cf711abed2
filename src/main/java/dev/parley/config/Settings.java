package dev.parley.config;

import dev.parley.host.Secret;
import dev.parley.text.Nearest;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Everything that is settled before the start. Which wins: flag, then --env-file, then environment, then profile
 * (EXPERIENCE.md section 5).
 *
 * @param sandbox nothing names an account or a server: the embedded sandbox answers
 * @param server where domains are looked up
 * @param messagingHost, idpHost replace the lookup (LP_ASYNCMESSAGINGENT, LP_IDP)
 * @param signIn how consumers sign in of whom there is no token
 * @param consumers how many; empty: as many as are kept, at least one
 * @param color 16, 256, 24bit, none; empty: by the terminal
 * @param maskMail whether mail addresses are taken out of log, trace and transcript too
 * @param receipts visible, on-reply, manual
 * @param downloadFolder where files are saved; empty for the usual one
 * @param bellCommand program and arguments, run in the bell's place where the person wants that; empty for none
 */
public record Settings(
        boolean sandbox,
        String account,
        URI server,
        Optional<String> messagingHost,
        Optional<String> idpHost,
        Optional<Secret> token,
        SignInSettings signIn,
        OptionalInt consumers,
        String profile,
        Optional<String> theme,
        boolean ascii,
        Optional<String> color,
        boolean ambiguousWide,
        String receipts,
        String logLevel,
        boolean maskMail,
        String bellCommand,
        String downloadFolder,
        Map<String, String> keys) {
    /** The sandbox's account, and the one a server alone means. */
    public static final String SANDBOX_ACCOUNT = "10000001";

    private static final URI LIVEPERSON = URI.create("https://api.liveperson.net");
    private static final int MAX_CONSUMERS = 200;

    /** As {@link #settle(Flags, Map, Optional)}, with these folders' configuration. */
    public static Settings settle(Flags flags, Map<String, String> environment, Folders folders) throws Refusal {
        return settle(flags, environment, Optional.of(folders.configFile()));
    }

    /**
     * @param configFile read where it is and the flags name no other; empty where there is no place for one
     * @throws Refusal for everything that does not fit together
     */
    public static Settings settle(Flags flags, Map<String, String> environment, Optional<Path> configFile)
            throws Refusal {
        String profile = flags.profile().orElse("default");
        Optional<Path> file = flags.config().or(() -> configFile);
        ConfigFile config =
                file.isPresent() ? ConfigFile.read(file.get(), flags.config().isPresent(), profile) : ConfigFile.EMPTY;
        Map<String, String> lp = liveperson(flags, environment, config);

        Optional<String> account = first(flags.account(), get(lp, "LP_ACCOUNT"), config.setting("account"));
        Optional<String> server = first(flags.server(), config.setting("server"));
        boolean sandbox = account.isEmpty() && server.isEmpty() && lp.isEmpty();
        if (account.isEmpty() && server.isEmpty() && !sandbox) {
            throw new Refusal(
                    Refusal.USAGE,
                    String.join(", ", lp.keySet()) + " is set but no account: add --account, or LP_ACCOUNT.");
        }
        String chosen = account.orElse(SANDBOX_ACCOUNT);
        if (!chosen.matches("[A-Za-z0-9_-]{1,64}")) {
            throw new Refusal(Refusal.USAGE, "an account is letters and digits, as in --account 12345678.");
        }
        Credential credential = Credential.choose(flags, lp, config);
        return new Settings(
                sandbox,
                chosen,
                server.isPresent() ? address(server.get()) : LIVEPERSON,
                get(lp, "LP_ASYNCMESSAGINGENT"),
                get(lp, "LP_IDP"),
                credential.token(),
                credential.signIn(),
                consumers(flags, config, credential.isOneConsumer()),
                profile,
                first(flags.theme(), config.setting("theme")),
                flags.ascii() || config.setting("ascii").filter("true"::equals).isPresent(),
                first(flags.color(), config.setting("color")).map(c -> c.toLowerCase(Locale.ROOT)),
                first(flags.ambiguous(), config.setting("ambiguous"))
                        .filter("wide"::equals)
                        .isPresent(),
                oneOf(
                        "receipts",
                        config.setting("receipts").orElse("visible"),
                        Set.of("visible", "on-reply", "manual")),
                first(flags.logLevel(), config.setting("log-level")).orElse("info"),
                config.setting("mask-mail").filter("true"::equals).isPresent(),
                config.setting("bell-command").orElse(""),
                config.setting("download-folder").orElse(""),
                config.keys());
    }

    private static Map<String, String> liveperson(Flags flags, Map<String, String> environment, ConfigFile config)
            throws Refusal {
        Map<String, String> lp = new HashMap<>();
        for (String name : LpEnv.NAMES) {
            String value = environment.getOrDefault(name, "").strip();
            if (!value.isEmpty()) {
                lp.put(name, value);
            }
        }
        Optional<Path> file =
                flags.envFile().or(() -> config.setting("env-file").map(Path::of));
        if (file.isPresent()) {
            lp.putAll(LpEnv.read(file.get()));
        }
        return lp;
    }

    private static OptionalInt consumers(Flags flags, ConfigFile config, boolean one) throws Refusal {
        OptionalInt asked = flags.consumers();
        if (asked.isEmpty() && config.setting("consumers").isPresent()) {
            String written = config.setting("consumers").get();
            if (!written.matches("[0-9]{1,6}")) {
                throw new Refusal(Refusal.USAGE, "the setting consumers is a number, not \"" + written + "\".");
            }
            asked = OptionalInt.of(Integer.parseInt(written));
        }
        if (asked.isPresent() && (asked.getAsInt() < 1 || asked.getAsInt() > MAX_CONSUMERS)) {
            throw new Refusal(Refusal.USAGE, "--consumers takes 1 to " + MAX_CONSUMERS + ".");
        }
        if (one && asked.orElse(1) > 1) {
            throw new Refusal(
                    Refusal.USAGE,
                    "one token is one consumer, as is one id token or code: leave out --consumers, or the token to"
                            + " sign up new ones.");
        }
        return one ? OptionalInt.of(1) : asked;
    }

    private static URI address(String written) throws Refusal {
        try {
            URI uri = new URI(written.contains("://") ? written : "https://" + written);
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            String web = scheme.equals("ws") ? "http" : scheme.equals("wss") ? "https" : scheme;
            if (!web.equals("http") && !web.equals("https") || uri.getHost() == null || uri.getUserInfo() != null) {
                throw new Refusal(
                        Refusal.USAGE, "--server takes an address like https://host or http://127.0.0.1:8080.");
            }
            return new URI(web, null, uri.getHost(), uri.getPort(), null, null, null);
        } catch (URISyntaxException malformed) {
            throw new Refusal(Refusal.USAGE, "--server takes an address like https://host or http://127.0.0.1:8080.");
        }
    }

    private static String oneOf(String setting, String value, Set<String> allowed) throws Refusal {
        if (!allowed.contains(value)) {
            throw new Refusal(
                    Refusal.USAGE,
                    "the setting " + setting + " cannot be \"" + value + "\"; the nearest is \""
                            + Nearest.to(value, allowed) + "\".");
        }
        return value;
    }

    private static Optional<String> get(Map<String, String> map, String name) {
        return Optional.ofNullable(map.get(name));
    }

    @SafeVarargs
    private static Optional<String> first(Optional<String>... candidates) {
        for (Optional<String> candidate : candidates) {
            if (candidate.isPresent()) {
                return candidate;
            }
        }
        return Optional.empty();
    }
}
