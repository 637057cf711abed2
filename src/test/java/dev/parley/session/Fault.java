package dev.parley.session;

import com.fasterxml.jackson.databind.JsonNode;

/** What happens to the next request of a kind. {@code late}: it is taken in, but not before {@link FakeService#commitLate}. */
record Fault(boolean commit, boolean answer, int error, JsonNode body, int close, boolean late) {
    static Fault lostRequest() {
        return new Fault(false, false, 0, null, 0, false);
    }

    static Fault lostAnswer() {
        return new Fault(true, false, 0, null, 0, false);
    }

    static Fault takenInLate() {
        return new Fault(false, false, 0, null, 0, true);
    }

    static Fault refuse(int code, String words) {
        return answerWith(code, FakeFrames.text(words));
    }

    static Fault answerWith(int code, JsonNode body) {
        return new Fault(false, true, code, body, 0, false);
    }

    Fault thenClose(int code) {
        return new Fault(commit, answer, error, body, code, late);
    }
}
