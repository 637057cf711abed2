package dev.parley.config;

import dev.parley.host.Secret;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How consumers sign in of whom there is no token (PROTOCOL.md 2.1). With nothing set they sign up.
 *
 * @param connector its id, or {@link #AUTO}; present with an id token, and with a code of the current form
 * @param idToken what the brand gave; at most one of it and {@code code} is present
 * @param code likewise
 * @param redirectUri present with a connector and a code, and then only
 * @param inBand whether a token goes into the first frame rather than into the header
 */
public record SignInSettings(
        Optional<String> connector,
        Optional<Given> idToken,
        Optional<Given> code,
        Optional<String> redirectUri,
        boolean inBand) {
    /** The connector that the account publishes for consumers without a login. */
    public static final String AUTO = "auto";

    /**
     * What the brand gave.
     *
     * @param file where it stands, and where the next one will; empty where it came by a variable
     * @param value where there is no file
     * @param name of the variable, or what stands in the file; for the eye
     */
    public record Given(Optional<Path> file, Secret value, String name) {
        /** As it is now. May block. */
        public Secret read() throws Refusal {
            return file.isPresent() ? Secret.of(SecretFile.read(file.get(), name)) : value;
        }

        /** For the eye. */
        public String place() {
            return file.map(Path::toString).orElse(name);
        }
    }
}
