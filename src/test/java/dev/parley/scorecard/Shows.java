package dev.parley.scorecard;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Lines of the scorecard that this test shows, e.g. {@code R7}. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Shows {
    String[] value();

    /** This test takes the guard of the line out and sees that the line's own test then fails. */
    boolean withoutGuard() default false;
}
