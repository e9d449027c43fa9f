package dev.orrery.models.engine.http;

/** How an answer is cut into messages. */
enum Framing {
    /** Server-sent events. */
    EVENTS("text/event-stream"),
    /** One JSON document a line. */
    LINES("application/x-ndjson"),
    /** One JSON document in all. */
    DOCUMENT("application/json");

    private final String contentType;

    Framing(String contentType) {
        this.contentType = contentType;
    }

    String contentType() {
        return contentType;
    }
}
