package dev.parley.conversation;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a consumer is called, as agents see it (PROTOCOL.md section 14). Raw; empty where nothing is known. */
public record Profile(String firstName, String lastName, String nickName) {
    /** The nickname, else the names; empty where there is none of them. */
    public String name() {
        return nickName.isBlank()
                ? Stream.of(firstName, lastName).filter(each -> !each.isBlank()).collect(Collectors.joining(" "))
                : nickName;
    }
}
