package dev.parley.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.Logged;
import dev.parley.host.Secret;
import dev.parley.time.HandTime;
import io.vertx.core.Future;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DomainsTest {
    private static final String ALL = "/api/account/10000001/service/baseURI.json?version=1.0";

    private final HandTime time = new HandTime();
    private final List<String> asked = new ArrayList<>();
    private final Map<String, Web.Answer> answers = new HashMap<>();

    private final Web web = new Web() {
        @Override
        public Future<Answer> get(Endpoint at, String path) {
            asked.add(path);
            return Future.succeededFuture(answers.getOrDefault(path, new Answer(404, Optional.empty())));
        }

        @Override
        public Future<Answer> post(Endpoint at, String path, Map<String, Secret> headers, String json) {
            return Future.failedFuture("not asked for");
        }
    };

    private Domains domains(String server, Optional<String> messaging, Optional<String> idp) {
        return new Domains(web, time, "10000001", URI.create(server), messaging, idp);
    }

    private Domains domains() {
        return domains("https://api.example", Optional.empty(), Optional.empty());
    }

    private void answer(String path, int status, String json) throws JsonProcessingException {
        answers.put(path, new Web.Answer(status, Optional.of(new ObjectMapper().readTree(json))));
    }

    private static String service(String name, String host) {
        return "{\"service\":\"" + name + "\",\"account\":\"10000001\",\"baseURI\":\"" + host + "\"}";
    }

    private void answerAll(String... services) throws JsonProcessingException {
        answer(ALL, 200, "{\"baseURIs\":[" + String.join(",", services) + "]}");
    }

    private static String sentence(Future<Hosts> failed) {
        return ((Trouble) failed.cause()).sentence();
    }

    @Test
    void hosts_come_from_one_answer_and_are_remembered_for_ten_minutes() throws Exception {
        answerAll(
                service("asyncMessagingEnt", "msg.example"),
                service("idp", "idp.example:8443"),
                service("acCdnDomain", "cdn.example"),
                service("swift", "x"));
        Domains domains = domains();

        Hosts hosts = domains.find().result();
        time.advance(599_000);
        domains.find();
        time.advance(2_000);
        domains.find();

        assertThat(hosts.messaging().name()).isEqualTo("msg.example");
        assertThat(hosts.idp().port()).isEqualTo(8443);
        assertThat(hosts.profiles()).isPresent();
        assertThat(hosts.sandbox()).isEmpty();
        assertThat(asked).containsExactly(ALL, ALL);
    }

    @Test
    void where_there_is_no_list_each_service_is_asked_for_alone() throws Exception {
        answer(ALL.replace("baseURI", "asyncMessagingEnt/baseURI"), 200, service("asyncMessagingEnt", "m.example"));
        answer(ALL.replace("baseURI", "idp/baseURI"), 200, service("idp", "i.example"));

        Hosts hosts = domains().find().result();

        assertThat(hosts.idp().host()).isEqualTo("i.example");
        assertThat(hosts.profiles()).isEmpty();
        assertThat(asked).hasSize(7);
    }

    @Test
    void a_look_up_that_fails_is_logged() throws Exception {
        try (Logged log = new Logged(Domains.class)) {
            answer(ALL, 503, "{}");

            domains().find();

            assertThat(log.lines())
                    .singleElement()
                    .asString()
                    .startsWith("INFO looking up account")
                    .contains("(503)");
        }
    }

    @Test
    void given_hosts_replace_the_lookup() {
        Hosts hosts = domains("https://api.example", Optional.of("m.example"), Optional.of("i.example"))
                .find()
                .result();

        assertThat(hosts.messaging().host()).isEqualTo("m.example");
        assertThat(asked).isEmpty();
    }

    @Test
    void an_http_server_means_http_to_what_it_names() throws Exception {
        answerAll(
                service("asyncMessagingEnt", "127.0.0.1:4711"),
                service("idp", "127.0.0.1:4711"),
                service("parleySandbox", "127.0.0.1:4711"));

        Hosts hosts = domains("http://127.0.0.1:4711", Optional.empty(), Optional.empty())
                .find()
                .result();

        assertThat(hosts.messaging().tls()).isFalse();
        assertThat(hosts.sandbox()).isPresent();
    }

    @Test
    void an_unknown_account_a_missing_service_and_a_foreign_page_each_have_their_sentence() throws Exception {
        assertThat(sentence(domains().find())).isEqualTo("account 10000001 is not known at api.example");

        answerAll(service("asyncMessagingEnt", "m.example"));
        assertThat(sentence(domains().find())).isEqualTo("account 10000001 has no service idp");

        answers.put(ALL, new Web.Answer(200, Optional.empty()));
        assertThat(sentence(domains().find())).contains("answers in place of the server api.example");

        answers.put(ALL, new Web.Answer(302, Optional.empty()));
        assertThat(sentence(domains().find())).contains("answers in place of the server api.example");

        answers.put(ALL, new Web.Answer(400, Optional.empty()));
        assertThat(sentence(domains().find())).contains("refuses account 10000001");
    }

    @Test
    void a_name_that_is_no_host_is_not_used() throws Exception {
        for (String bad : List.of("evil.example/path", "user@evil.example", "a b", "h?q=1", "ftp://h", "[")) {
            answerAll(service("asyncMessagingEnt", bad), service("idp", "i.example"));

            assertThat(domains().find().failed()).as(bad).isTrue();
        }
    }

    @Test
    void a_failure_is_not_remembered_and_neither_is_what_led_nowhere() throws Exception {
        Domains domains = domains();
        domains.find();
        answerAll(service("asyncMessagingEnt", "m.example"), service("idp", "i.example"));

        assertThat(domains.find().succeeded()).isTrue();
        domains.forget();
        int before = asked.size();
        domains.find();

        assertThat(asked).hasSize(before + 1);
    }
}
