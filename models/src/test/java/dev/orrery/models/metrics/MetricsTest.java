package dev.orrery.models.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.api.ModelAnswer.Usage;
import dev.orrery.api.ModelTask;
import dev.orrery.api.Risk;
import dev.orrery.api.Urgency;
import dev.orrery.api.UserMessage;
import dev.orrery.models.ledger.Asked;
import dev.orrery.models.ledger.Ended;
import dev.orrery.models.ledger.Outcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class MetricsTest {
    private static final Asked ASKED =
            new Asked(ModelTask.CHAT, "/secret/workspace", Urgency.INTERACTIVE, Risk.AUTOMATIC);

    private final Metrics metrics = new Metrics();

    private static Ended ended(Outcome outcome, long millis) {
        return new Ended(
                outcome,
                "",
                "a\"b",
                "openai",
                UserMessage.of("models.test"),
                List.of(),
                List.of(),
                0,
                new Usage(100, 40, 10, Duration.ZERO, Duration.ofMillis(millis), 1_500));
    }

    @Test
    void figuresAreInPrometheusFormat() {
        metrics.add(ASKED, ended(Outcome.ANSWERED, 30));
        metrics.add(ASKED, ended(Outcome.ANSWERED, 700));
        metrics.add(ASKED, ended(Outcome.CANCELLED, 5));
        String text = metrics.text();
        String who = "{engine=\"openai\",model=\"a\\\"b\"";
        for (String line : new String[] {
            "# TYPE orrery_requests_total counter",
            "orrery_requests_total" + who + ",task=\"chat\",outcome=\"answered\"} 2",
            "orrery_requests_total" + who + ",task=\"chat\",outcome=\"cancelled\"} 1",
            "orrery_prompt_tokens_total" + who + "} 300",
            "orrery_cost_microdollars_total" + who + "} 4500",
            "orrery_request_seconds_bucket" + who + ",task=\"chat\",le=\"0.025\"} 0",
            "orrery_request_seconds_bucket" + who + ",task=\"chat\",le=\"0.05\"} 1",
            "orrery_request_seconds_bucket" + who + ",task=\"chat\",le=\"1.0\"} 2",
            "orrery_request_seconds_bucket" + who + ",task=\"chat\",le=\"+Inf\"} 2",
            "orrery_request_seconds_sum" + who + ",task=\"chat\"} 0.73",
            "orrery_request_seconds_count" + who + ",task=\"chat\"} 2"
        }) {
            assertTrue(text.lines().anyMatch(line::equals), line + " is not in\n" + text);
        }
        assertTrue(!text.contains("secret"), text);
    }

    @Test
    void onlyProgramsOfThisMachineAreAnswered() throws Exception {
        try (MetricsServer server = MetricsServer.start(0, metrics)) {
            String host = "127.0.0.1:" + server.port();
            assertEquals("HTTP/1.1 200 OK", ask(server, "GET /metrics HTTP/1.1", host));
            assertEquals(
                    "HTTP/1.1 403 Forbidden", ask(server, "GET /metrics HTTP/1.1", "evil.example:" + server.port()));
            assertEquals("HTTP/1.1 404 Not Found", ask(server, "GET /other HTTP/1.1", host));
            assertEquals("HTTP/1.1 405 Method Not Allowed", ask(server, "POST /metrics HTTP/1.1", host));
        }
    }

    private static String ask(MetricsServer server, String line, String host) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(60_000);
            String request = line + "\r\nHost: " + host + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return answer.lines().findFirst().orElse("");
        }
    }
}
