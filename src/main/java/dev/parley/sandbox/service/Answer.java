package dev.parley.sandbox.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;

/** What a request is answered with when it is not refused: code 200, this type and body (PROTOCOL.md 4.4). */
record Answer(String type, JsonNode body) {
    static final String STRING = "StringResponse";

    static Answer words(String words) {
        return new Answer(STRING, TextNode.valueOf(words));
    }
}
