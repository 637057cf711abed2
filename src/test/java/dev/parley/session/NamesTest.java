package dev.parley.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.conversation.Inbox;
import dev.parley.conversation.Role;
import dev.parley.conversation.Update;
import dev.parley.conversation.Who;
import dev.parley.host.Secret;
import dev.parley.time.HandTime;
import io.vertx.core.Future;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {
    private static final Endpoint PROFILES = new Endpoint("profiles.example", 443, true, Optional.empty());
    private static final Who ADA = new Who("ada 1", Role.ASSIGNED_AGENT, false);

    private final List<String> asked = new ArrayList<>();
    private final List<Update> told = new ArrayList<>();
    private final HandTime time = new HandTime();
    private final Desk desk = new Desk(
            World.ME, new Inbox(), told::add, time, Runnable::run, new Requests(time, request -> {}), Guards.all());

    private Names names(int status, String json) {
        return new Names(
                new Web() {
                    @Override
                    public Future<Answer> get(Endpoint at, String path) {
                        asked.add(path);
                        try {
                            return Future.succeededFuture(
                                    new Answer(status, Optional.of(new ObjectMapper().readTree(json))));
                        } catch (IOException impossible) {
                            throw new AssertionError(impossible);
                        }
                    }

                    @Override
                    public Future<Answer> post(Endpoint at, String path, Map<String, Secret> headers, String body) {
                        return Future.failedFuture("not asked for");
                    }
                },
                World.ACCOUNT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'nickname':'Ada','userTypeId':2} | Ada | true",
                "{'nickname':'Ada','userTypeId':'2'} | Ada | true",
                "{'nickname':'Ada','userTypeId':1} | Ada | false",
                "{'nickname':'Ada'} | Ada | false",
                "{'nickname':' ','fullName':'Ada L.'} | Ada L. | false",
                "{'userTypeId':2} | \"\" | true"
            },
            quoteCharacter = '"')
    void a_profile_gives_the_name_and_whether_it_is_a_bot(String json, String name, boolean bot) {
        names(200, json.replace('\'', '"')).want(desk, Optional.of(PROFILES), ADA);

        assertThat(told).containsExactly(new Update.NameKnown(World.ME, ADA.id(), name, bot));
        assertThat(asked).containsExactly("/api/account/10000001/configuration/le-users/users/ada%201");
    }

    @Test
    void one_is_asked_for_once_and_told_once() {
        Names names = names(200, "{\"userTypeId\":2}");

        names.want(desk, Optional.of(PROFILES), ADA);
        names.want(desk, Optional.of(PROFILES), ADA);

        assertThat(asked).hasSize(1);
        assertThat(told).hasSize(1);
    }

    @Test
    void one_that_is_not_to_be_had_is_done_without() {
        names(404, "{\"nickname\":\"no\",\"userTypeId\":2}").want(desk, Optional.of(PROFILES), ADA);

        assertThat(told).isEmpty();
    }
}
