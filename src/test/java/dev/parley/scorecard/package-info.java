/**
 * The requirements R1 to R25 and S1 to S15 of RELIABILITY.md section 4, by the tests that show them: a test says which line
 * it {@link dev.parley.scorecard.Shows}, takes its {@link dev.parley.scorecard.Dose}, and leaves its
 * {@link dev.parley.scorecard.Figures}. From these the page under src/site is written.
 */
@org.jspecify.annotations.NullMarked
package dev.parley.scorecard;
