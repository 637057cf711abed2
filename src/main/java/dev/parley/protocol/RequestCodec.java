package dev.parley.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Bodies of requests, PROTOCOL.md 4.4 to 9 and 14. */
final class RequestCodec {
    /** What a known type's body cannot be read as stays {@link RequestBody.Unknown}, for the service to refuse. */
    static RequestBody read(String type, JsonNode body) {
        Optional<? extends RequestBody> known = switch (type) {
            case "InitConnection" -> Optional.of(new RequestBody.InitConnection());
            case "GetClock" -> Optional.of(new RequestBody.GetClock());
            case "cqm.SubscribeExConversations" -> subscribeConversations(body);
            case "cqm.UnsubscribeExConversations" ->
                Json.id(body, "subscriptionId").map(RequestBody.UnsubscribeExConversations::new);
            case "cm.ConsumerRequestConversation" -> Json.objectOrEmpty(body).map(RequestCodec::requestConversation);
            case "cm.UpdateConversationField" -> update(body);
            case "ms.SubscribeMessagingEvents" -> subscribeEvents(body);
            case "ms.PublishEvent" -> publish(body);
            case "userprofile.GetUserProfile" -> profile(body);
            case "userprofile.SetUserProfile" -> Json.object(body).map(RequestBody.SetUserProfile::new);
            default -> Optional.empty();
        };
        return known.isPresent() ? known.get() : new RequestBody.Unknown(type, Json.present(body));
    }

    private static Optional<RequestBody> subscribeConversations(JsonNode body) {
        Optional<List<String>> stage = words(body.path("stage"));
        Optional<List<String>> convState = words(body.path("convState"));
        Optional<List<String>> dialogTypes = words(body.path("dialogTypes"));
        OptionalLong least = Json.natural(body, "minLastUpdatedTime");
        OptionalLong most = Json.natural(body, "maxLastUpdatedTime");
        boolean timesHold = least.isPresent() == Json.has(body, "minLastUpdatedTime")
                && most.isPresent() == Json.has(body, "maxLastUpdatedTime");
        if (stage.isEmpty() || convState.isEmpty() || dialogTypes.isEmpty() || !timesHold) {
            return Optional.empty();
        }
        return Json.objectOrEmpty(body)
                .map(any -> new RequestBody.SubscribeExConversations(
                        stage.get(), convState.get(), dialogTypes.get(), least, most));
    }

    private static Optional<List<String>> words(JsonNode value) {
        List<String> words = new ArrayList<>();
        for (JsonNode element : Json.list(value)) {
            if (!element.isTextual()) {
                return Optional.empty();
            }
            words.add(element.textValue());
        }
        return Optional.of(words);
    }

    private static RequestBody requestConversation(ObjectNode body) {
        return new RequestBody.RequestConversation(
                Json.text(body, "brandId").orElse(null),
                Json.text(body, "channelType").orElse(null),
                Json.text(body, "ttrDefName").orElse(null),
                Json.text(body, "skillId").orElse(null),
                Json.present(body.path("campaignInfo")),
                Json.present(body.path("conversationContext")));
    }

    private static Optional<RequestBody> update(JsonNode body) {
        List<ConversationField> fields = new ArrayList<>();
        for (JsonNode field : Json.list(body.path("conversationField"))) {
            if (!(field instanceof ObjectNode object)) {
                return Optional.empty();
            }
            fields.add(ConversationFieldCodec.read(object));
        }
        return Json.id(body, "conversationId")
                .filter(id -> !fields.isEmpty())
                .map(id -> new RequestBody.UpdateConversationField(id, fields));
    }

    private static Optional<RequestBody> subscribeEvents(JsonNode body) {
        OptionalLong fromSeq = Json.has(body, "fromSeq") ? Json.natural(body, "fromSeq") : OptionalLong.of(0);
        if (fromSeq.isEmpty()) {
            return Optional.empty();
        }
        return Json.id(body, "dialogId")
                .map(dialogId -> new RequestBody.SubscribeMessagingEvents(
                        dialogId, Json.id(body, "conversationId"), fromSeq.getAsLong()));
    }

    private static Optional<RequestBody> publish(JsonNode body) {
        return Json.object(body.path("event"))
                .flatMap(event -> Json.id(body, "dialogId")
                        .map(dialogId -> new RequestBody.PublishEvent(
                                dialogId, Json.id(body, "conversationId"), EventCodec.read(event))));
    }

    /** The body may be a bare user id (PROTOCOL.md 15.5). */
    private static Optional<RequestBody> profile(JsonNode body) {
        Optional<String> bare = Json.text(body);
        if (bare.isPresent()) {
            return Optional.of(new RequestBody.GetUserProfile(bare));
        }
        return Json.objectOrEmpty(body).map(object -> new RequestBody.GetUserProfile(Json.id(object, "userId")));
    }

    static @Nullable JsonNode write(RequestBody body) {
        if (body instanceof RequestBody.Unknown unknown) {
            return unknown.body();
        }
        if (body instanceof RequestBody.SetUserProfile profile) {
            return profile.profile();
        }
        ObjectNode json = Json.object();
        if (body instanceof RequestBody.SubscribeExConversations subscribe) {
            putWords(json, "stage", subscribe.stage());
            putWords(json, "convState", subscribe.convState());
            putWords(json, "dialogTypes", subscribe.dialogTypes());
            Json.put(json, "minLastUpdatedTime", subscribe.minLastUpdatedTime());
            Json.put(json, "maxLastUpdatedTime", subscribe.maxLastUpdatedTime());
        } else if (body instanceof RequestBody.UnsubscribeExConversations unsubscribe) {
            json.put("subscriptionId", unsubscribe.subscriptionId());
        } else if (body instanceof RequestBody.RequestConversation request) {
            writeConversation(json, request);
        } else if (body instanceof RequestBody.UpdateConversationField update) {
            json.put("conversationId", update.conversationId());
            // Always an array: the published schema takes nothing else.
            ArrayNode fields = json.putArray("conversationField");
            update.fields().forEach(field -> fields.add(ConversationFieldCodec.write(field)));
        } else if (body instanceof RequestBody.SubscribeMessagingEvents subscribe) {
            json.put("dialogId", subscribe.dialogId());
            Json.put(json, "conversationId", subscribe.conversationId());
            json.put("fromSeq", subscribe.fromSeq());
        } else if (body instanceof RequestBody.PublishEvent publish) {
            json.put("dialogId", publish.dialogId());
            Json.put(json, "conversationId", publish.conversationId());
            if (publish.event() instanceof Event.ContentEvent || publish.event() instanceof Event.RichContentEvent) {
                json.put("messageAudience", "ALL");
            }
            json.set("event", EventCodec.write(publish.event()));
        } else if (body instanceof RequestBody.GetUserProfile profile) {
            Json.put(json, "userId", profile.userId());
        } else if (body instanceof RequestBody.GenerateUrlForUploadFile upload) {
            json.put("fileSize", upload.fileSize()).put("fileType", upload.fileType());
        } else if (body instanceof RequestBody.GenerateUrlForDownloadFile download) {
            json.put("relativePath", download.relativePath());
        } else if (body instanceof RequestBody.GenerateUploadToken token) {
            json.put("formId", token.formId()).put("invitationId", token.invitationId());
        }
        return json;
    }

    private static void writeConversation(ObjectNode json, RequestBody.RequestConversation request) {
        Json.put(json, "brandId", Optional.ofNullable(request.brandId()));
        Json.put(json, "channelType", Optional.ofNullable(request.channelType()));
        Json.put(json, "ttrDefName", Optional.ofNullable(request.ttrDefName()));
        Json.put(json, "skillId", Optional.ofNullable(request.skillId()));
        Json.set(json, "campaignInfo", request.campaignInfo());
        Json.set(json, "conversationContext", request.conversationContext());
    }

    private static void putWords(ObjectNode json, String name, List<String> words) {
        if (!words.isEmpty()) {
            ArrayNode array = json.putArray(name);
            words.forEach(array::add);
        }
    }

    private RequestCodec() {}
}
