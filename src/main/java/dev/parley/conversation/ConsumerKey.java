package dev.parley.conversation;

/**
 * A consumer of this client, counted from 1 in the order of sign-in. Unlike the consumer id it exists before the sign-in
 * has answered, so a row can be shown for it at once.
 */
public record ConsumerKey(int number) implements Comparable<ConsumerKey> {
    public ConsumerKey {
        if (number < 1) {
            throw new IllegalArgumentException("consumers are counted from 1");
        }
    }

    @Override
    public int compareTo(ConsumerKey other) {
        return Integer.compare(number, other.number);
    }
}
