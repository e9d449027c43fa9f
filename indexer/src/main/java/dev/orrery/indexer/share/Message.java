package dev.orrery.indexer.share;

import java.util.ArrayList;
import java.util.List;

/**
 * One line of the protocol.
 *
 * @param verb what is asked or told, a word
 * @param arguments what belongs to it
 */
public record Message(String verb, List<String> arguments) {
    static final int LONGEST = 1 << 16;

    public Message {
        arguments = List.copyOf(arguments);
    }

    public static Message of(String verb, Object... arguments) {
        List<String> texts = new ArrayList<>();
        for (Object argument : arguments) {
            texts.add(String.valueOf(argument));
        }
        return new Message(verb, texts);
    }

    /** The argument as a number. */
    public long number(int index) throws ProtocolException {
        try {
            return Long.parseLong(text(index));
        } catch (NumberFormatException notANumber) {
            throw new ProtocolException("no number");
        }
    }

    public String text(int index) throws ProtocolException {
        if (index >= arguments.size()) {
            throw new ProtocolException("an argument is missing");
        }
        return arguments.get(index);
    }

    String encode() {
        StringBuilder line = new StringBuilder(verb);
        for (String argument : arguments) {
            line.append('\t');
            for (int i = 0; i < argument.length(); i++) {
                switch (argument.charAt(i)) {
                    case '\\' -> line.append("\\\\");
                    case '\t' -> line.append("\\t");
                    case '\n' -> line.append("\\n");
                    default -> line.append(argument.charAt(i));
                }
            }
        }
        return line.append('\n').toString();
    }

    /** @param line without its end */
    static Message decode(String line) throws ProtocolException {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\t') {
                parts.add(part.toString());
                part.setLength(0);
            } else if (c == '\\') {
                part.append(escaped(line, ++i));
            } else {
                part.append(c);
            }
        }
        parts.add(part.toString());
        return new Message(parts.getFirst(), parts.subList(1, parts.size()));
    }

    private static char escaped(String line, int at) throws ProtocolException {
        return switch (at < line.length() ? line.charAt(at) : ' ') {
            case '\\' -> '\\';
            case 't' -> '\t';
            case 'n' -> '\n';
            default -> throw new ProtocolException("escape");
        };
    }
}
