package dev.parley.terminal;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/**
 * sun.misc.Signal by reflection, as Lanterna reaches it: javac warns of the class, and a JVM may lack it, on which a resize
 * is only seen after the next start. Handlers run on threads of the JVM's own.
 */
public final class Signals {
    private static final String SIGNAL = "sun.misc.Signal";
    private static final String HANDLER = "sun.misc.SignalHandler";

    private Signals() {}

    /** @param name without SIG, e.g. {@code WINCH} */
    public static void handle(String name, Runnable action) {
        try {
            Class<?> handler = Class.forName(HANDLER);
            set(
                    name,
                    Proxy.newProxyInstance(
                            handler.getClassLoader(),
                            new Class<?>[] {handler},
                            (proxy, method, args) -> switch (method.getName()) {
                                case "handle" -> {
                                    action.run();
                                    yield null;
                                }
                                case "equals" -> proxy == args[0];
                                case "hashCode" -> System.identityHashCode(proxy);
                                default -> "handler of " + name;
                            }));
        } catch (ReflectiveOperationException | IllegalArgumentException e) {
            // Without the signal there is nothing to do either.
        }
    }

    /** What the system does on its own, e.g. stop on TSTP. */
    static void handleByDefault(String name) {
        handleAs(name, "SIG_DFL");
    }

    static void ignore(String name) {
        handleAs(name, "SIG_IGN");
    }

    private static void handleAs(String name, String constant) {
        try {
            set(name, Class.forName(HANDLER).getField(constant).get(null));
        } catch (ReflectiveOperationException | IllegalArgumentException e) {
            // It was never handled.
        }
    }

    private static void set(String name, Object handler) throws ReflectiveOperationException {
        Class<?> type = Class.forName(SIGNAL);
        Method handle = type.getMethod("handle", type, Class.forName(HANDLER));
        handle.invoke(null, type.getConstructor(String.class).newInstance(name), handler);
    }
}
