package dev.parley.session;

import dev.parley.host.Secret;
import dev.parley.session.Trouble.Hope;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * One consumer's way to passes: the first one, and newer ones of the same consumer (PROTOCOL.md 2.1). Fails with
 * {@link Trouble}. Event loop.
 */
final class Flow {
    private final Idp idp;
    private final Executor loop;

    private Way way;
    /** Good for one time, and used: showing it again would only be refused. */
    private @Nullable Secret spent;
    /** Flow B's EXT where the second call has failed: the next try is to be the same consumer. */
    private Pass.@Nullable External begun;

    /** @param loop brings what completes elsewhere back to the event loop */
    Flow(Idp idp, Way way, Executor loop) {
        this.idp = idp;
        this.way = way;
        this.loop = loop;
    }

    /** Whether it is the brand that says who this is. */
    boolean isBrands() {
        return way.isBrands();
    }

    Future<Pass> begin(Hosts hosts) {
        if (way instanceof Way.Anonymous anonymous) {
            return anonymous(hosts, anonymous);
        }
        return way.isBrands()
                ? byProof(hosts, way, Optional.empty())
                : idp.signUp(hosts.idp()).map(Pass::of);
    }

    /** Another pass of the same consumer. @param external of its last one; empty: the brand's to give */
    Future<Pass> renew(Hosts hosts, Optional<Pass.External> external) {
        return external.isPresent() ? refresh(hosts, external.get()) : byProof(hosts, way, Optional.empty());
    }

    /** Flow E: whoever shows {@code current} is from now on who the brand says. */
    Future<Pass> stepUp(Hosts hosts, Way.Brand brand, Secret current) {
        return byProof(hosts, brand, Optional.of(current));
    }

    /** From now on the brand says who this is. */
    void becomes(Way.Brand brand) {
        way = brand;
    }

    private Future<Pass> anonymous(Hosts hosts, Way.Anonymous anonymous) {
        Pass.External earlier = begun;
        if (earlier != null) {
            return refresh(hosts, earlier);
        }
        Future<String> connector =
                anonymous.connector().map(Future::succeededFuture).orElseGet(() -> idp.connector(hosts));
        return connector.compose(id -> idp.anonymous(hosts.idp(), Optional.empty())
                .compose(ext -> exchange(hosts, new Pass.External(ext, id))));
    }

    private Future<Pass> refresh(Hosts hosts, Pass.External external) {
        return idp.anonymous(hosts.idp(), Optional.of(external.token()))
                .compose(ext -> exchange(hosts, new Pass.External(ext, external.connector())))
                .onFailure(failure -> {
                    if (failure instanceof Trouble trouble && trouble.isRefusedSignIn()) {
                        begun = null;
                    }
                });
    }

    private Future<Pass> exchange(Hosts hosts, Pass.External external) {
        begun = external;
        return idp.exchange(hosts.idp(), external.connector(), external.token())
                .map(token -> new Pass(token, Optional.of(external)))
                .onSuccess(pass -> begun = null);
    }

    private Future<Pass> byProof(Hosts hosts, Way by, Optional<Secret> instead) {
        Proof proof = by instanceof Way.OldForm old ? old.authCode() : ((Way.Brand) by).proof();
        return read(proof).compose(given -> {
            Secret before = spent;
            if (before != null && before.sameAs(given)) {
                return Future.failedFuture(
                        Trouble.refusedSignIn("the code that the brand gave has been used" + anew(proof)));
            }
            Future<Secret> asked = by instanceof Way.Brand brand
                    ? idp.brand(hosts.idp(), brand, given, instead)
                    : idp.oldForm(hosts.idp(), given);
            return asked.map(Pass::of)
                    .onSuccess(pass -> spent = by.isForOnce() ? given : null)
                    .recover(failure -> Future.failedFuture(
                            failure instanceof Trouble trouble && trouble.isRefusedSignIn()
                                    ? Trouble.refusedSignIn(trouble.sentence() + anew(proof))
                                    : failure));
        });
    }

    private static String anew(Proof proof) {
        return ": put a new one into " + proof.place() + ", then /reconnect";
    }

    private Future<Secret> read(Proof proof) {
        Promise<Secret> promise = Promise.promise();
        proof.read()
                .whenComplete((secret, failure) -> loop.execute(() -> {
                    if (failure == null) {
                        promise.complete(secret);
                    } else {
                        promise.fail(new Trouble(Hope.NONE, Keeper.reason(failure)));
                    }
                }));
        return promise.future();
    }
}
