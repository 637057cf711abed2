package dev.parley.cli;

import dev.parley.config.Refusal;
import dev.parley.config.SignInSettings;
import dev.parley.config.SignInSettings.Given;
import dev.parley.host.Secret;
import dev.parley.session.Proof;
import dev.parley.session.Signing;
import dev.parley.session.Way;
import io.vertx.core.Vertx;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** How consumers sign in by the settings; files are read off the event loop, by the same rules as a token's. */
final class Brands {
    private Brands() {}

    static Signing signing(SignInSettings settings, Vertx vertx) {
        return new Signing(way(settings, vertx), settings.inBand(), name -> file(name, vertx));
    }

    private static Way way(SignInSettings settings, Vertx vertx) {
        Optional<Proof> proof = settings.idToken().or(settings::code).map(given -> proof(given, vertx));
        Optional<String> connector = settings.connector();
        if (proof.isPresent()) {
            return connector
                    .<Way>map(id -> new Way.Brand(id, proof.get(), settings.redirectUri()))
                    .orElseGet(() -> new Way.OldForm(proof.get()));
        }
        return connector
                .<Way>map(id -> new Way.Anonymous(Optional.of(id).filter(known -> !known.equals(SignInSettings.AUTO))))
                .orElseGet(Way.SignUp::new);
    }

    private static Proof file(String name, Vertx vertx) {
        try {
            return proof(new Given(Optional.of(Path.of(name)), Secret.of(""), "id token or code"), vertx);
        } catch (InvalidPathException noPath) {
            return new OneProof(
                    name, () -> CompletableFuture.failedStage(new Refusal(Refusal.USAGE, name + " is no file.")));
        }
    }

    private static Proof proof(Given given, Vertx vertx) {
        return new OneProof(
                given.place(), () -> vertx.executeBlocking(given::read, false).toCompletionStage());
    }

    private interface Reader {
        CompletionStage<Secret> read();
    }

    private record OneProof(String place, Reader reader) implements Proof {
        @Override
        public CompletionStage<Secret> read() {
            return reader.read();
        }
    }
}
