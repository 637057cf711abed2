package dev.parley.config;

import dev.parley.fuzz.Found;
import dev.parley.fuzz.Raw;

/** A config file and an env file are read, or refused with a sentence. */
public final class ConfigFuzz {
    private ConfigFuzz() {}

    public static void parse(byte[] input) {
        String text = Raw.text(input);
        try {
            ConfigFile.parse(text, "config.properties", "work");
        } catch (Refusal refused) {
            said(refused);
        }
        try {
            LpEnv.parse(text, "env");
        } catch (Refusal refused) {
            said(refused);
        }
    }

    private static void said(Refusal refused) {
        String sentence = String.valueOf(refused.getMessage());
        Found.unless(sentence.length() > 10, "refused without a sentence");
    }
}
