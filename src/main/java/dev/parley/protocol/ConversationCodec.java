package dev.parley.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.protocol.ConversationResult.Delay;
import dev.parley.protocol.ConversationResult.Particulars;
import dev.parley.protocol.ConversationResult.Ttr;
import java.util.Optional;

/** {@code result} of a conversation change, PROTOCOL.md 6.3. */
final class ConversationCodec {
    /**
     * Needed are the id and, unless the conversation goes away, a state or a stage: each stands in for the other, as frames
     * from before several dialogs knew one only.
     */
    static Optional<ConversationResult> read(JsonNode json, boolean delete) {
        JsonNode details = json.path("conversationDetails");
        Optional<String> convId = Json.id(json, "convId");
        Optional<String> state = Json.text(details, "state");
        Optional<String> stage = Json.text(details, "stage").or(() -> state);
        if (convId.isEmpty() || (stage.isEmpty() && !delete)) {
            return Optional.empty();
        }
        return Optional.of(new ConversationResult(
                convId.get(),
                Json.natural(json, "effectiveTTR"),
                Json.text(details, "skillId"),
                ParticipantsCodec.ofConversation(details),
                DialogCodec.readAll(details.path("dialogs"), convId.get()),
                Json.text(details, "brandId").orElse(""),
                state.or(() -> stage).orElse(""),
                stage.orElse(""),
                Json.text(details, "closeReason"),
                Json.natural(details, "startTs"),
                Json.natural(details, "endTs"),
                Json.natural(details, "metaDataLastUpdateTs"),
                ttr(details.path("ttr")),
                csatRate(details),
                Json.present(details.path("campaignInfo")),
                Json.present(details.path("context")),
                MessageChangeCodec.read(json.path("lastContentEventNotification")),
                particulars(details)));
    }

    private static Particulars particulars(JsonNode details) {
        JsonNode csat = details.path("csat");
        JsonNode delay = details.path("delay");
        return new Particulars(
                Json.text(delay, "type").map(type -> new Delay(type, Json.natural(delay, "tillWhen"))),
                resolved(csat).or(() -> resolved(details)),
                Json.text(csat, "status"));
    }

    private static Optional<Boolean> resolved(JsonNode json) {
        JsonNode resolved = json.path("csatResolutionConfirmation");
        return resolved.isBoolean() ? Optional.of(resolved.booleanValue()) : Optional.empty();
    }

    private static Optional<Ttr> ttr(JsonNode json) {
        return Json.text(json, "ttrType").map(type -> new Ttr(type, Json.natural(json, "value")));
    }

    /** Within {@code csat}; flat in older frames. */
    private static Optional<Integer> csatRate(JsonNode details) {
        return Json.integer(details.path("csat"), "csatRate").or(() -> Json.integer(details, "csatRate"));
    }

    static ObjectNode write(ConversationResult result) {
        ObjectNode json = Json.object();
        json.put("convId", result.convId());
        json.put("effectiveTTR", result.effectiveTtr().orElse(-1));
        ObjectNode details = json.putObject("conversationDetails");
        Json.put(details, "skillId", result.skillId());
        details.set("participants", ParticipantsCodec.write(result.participants()));
        details.set("dialogs", DialogCodec.writeAll(result.dialogs()));
        details.put("brandId", result.brandId());
        details.put("state", result.state()).put("stage", result.stage());
        Json.put(details, "closeReason", result.closeReason());
        Json.put(details, "startTs", result.startTs());
        Json.put(details, "endTs", result.endTs());
        Json.put(details, "metaDataLastUpdateTs", result.metaDataLastUpdateTs());
        result.ttr().ifPresent(ttr -> {
            ObjectNode node = details.putObject("ttr").put("ttrType", ttr.ttrType());
            Json.put(node, "value", ttr.value());
        });
        csat(result, details);
        result.particulars().delay().ifPresent(delay -> {
            ObjectNode node = details.putObject("delay").put("type", delay.type());
            Json.put(node, "tillWhen", delay.tillWhen());
        });
        Json.set(details, "campaignInfo", result.campaignInfo());
        Json.set(details, "context", result.context());
        result.lastContentEvent()
                .ifPresent(last -> json.set("lastContentEventNotification", MessageChangeCodec.write(last)));
        return json;
    }

    private static void csat(ConversationResult result, ObjectNode details) {
        Particulars particulars = result.particulars();
        if (result.csatRate().isPresent()
                || particulars.csatResolved().isPresent()
                || particulars.csatStatus().isPresent()) {
            ObjectNode csat = details.putObject("csat");
            result.csatRate().ifPresent(rate -> csat.put("csatRate", rate));
            particulars.csatResolved().ifPresent(resolved -> csat.put("csatResolutionConfirmation", resolved));
            Json.put(csat, "status", particulars.csatStatus());
        }
    }

    private ConversationCodec() {}
}
