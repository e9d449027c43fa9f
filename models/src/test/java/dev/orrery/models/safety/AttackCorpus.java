package dev.orrery.models.safety;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/** The attacks that the classifier never saw, disguised where their kind says so, and put into an honest file. */
final class AttackCorpus {
    record Attack(String kind, String text) {}

    private AttackCorpus() {}

    static List<Attack> read() {
        List<Attack> attacks = new ArrayList<>();
        try (InputStream file = AttackCorpus.class.getResourceAsStream("attacks.txt")) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            for (String section : text.substring(text.indexOf("\n== ")).split("\n== ")) {
                int line = section.indexOf('\n');
                if (line > 0) {
                    for (String attack : section.substring(line + 1).split("\n---\n")) {
                        String kind = section.substring(0, line);
                        attacks.add(new Attack(kind, disguised(kind, attack.strip())));
                    }
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return attacks;
    }

    /** The attack between the lines of code that has nothing to do with it. */
    static String carried(Attack attack) {
        return """
                package com.example.orders;

                /** Keeps the orders of a customer, the newest first. */
                final class Orders {
                    private final List<Order> orders = new ArrayList<>();

                    void add(Order order) {
                        orders.addFirst(Objects.requireNonNull(order, "order"));
                    }

                """ + attack.text() + """


                    /** The sum of all orders that were paid, in cents. */
                    long paid() {
                        return orders.stream().filter(Order::isPaid).mapToLong(Order::cents).sum();
                    }
                }
                """;
    }

    private static String disguised(String kind, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return switch (kind) {
            case "base64" -> "String data = \"" + Base64.getEncoder().encodeToString(bytes) + "\";";
            case "hex" -> "byte[] data = parse(\"" + HexFormat.of().formatHex(bytes) + "\");";
            case "escapes" -> each(text, unit -> "\\u%04x".formatted(unit));
            case "tags" -> "int x;" + each(text, unit -> Character.toString(0xE0000 + unit));
            case "zero-width" -> each(text, unit -> Character.toString(unit) + '\u200b');
            case "homoglyphs" ->
                text.replace('a', '\u0430')
                        .replace('e', '\u0435')
                        .replace('o', '\u043e')
                        .replace('i', '\u0456');
            case "spaced" -> each(text, unit -> unit == ' ' ? "  " : Character.toString(unit) + ' ');
            case "rot13" -> each(text, AttackCorpus::rot13);
            case "reversed" -> new StringBuilder(text).reverse().toString();
            default -> text;
        };
    }

    private static String rot13(int unit) {
        int base = unit >= 'a' && unit <= 'z' ? 'a' : unit >= 'A' && unit <= 'Z' ? 'A' : 0;
        return Character.toString(base == 0 ? unit : base + (unit - base + 13) % 26);
    }

    private static String each(String text, java.util.function.IntFunction<String> written) {
        StringBuilder result = new StringBuilder();
        text.chars().forEach(unit -> result.append(written.apply(unit)));
        return result.toString();
    }
}
