package dev.orrery.models.safety;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sentences composed from a file of templates. */
final class Templates {
    private static final Pattern SLOT = Pattern.compile("\\{(\\w+)}");

    private final Map<String, List<String>> choices = new HashMap<>();
    private final List<String> templates = new ArrayList<>();

    Templates(Path file) throws IOException {
        for (String line : Files.readAllLines(file)) {
            int equals = line.indexOf(" = ");
            if (line.startsWith("@") && equals > 0) {
                choices.put(
                        line.substring(1, equals),
                        Arrays.stream(line.substring(equals + 3).split("\\|")).map(String::strip).toList());
            } else if (!line.isBlank() && !line.startsWith("# ")) {
                templates.add(line);
            }
        }
    }

    String compose(RandomGenerator random) {
        return fill(templates.get(random.nextInt(templates.size())), random);
    }

    private String fill(String template, RandomGenerator random) {
        Matcher slot = SLOT.matcher(template);
        StringBuilder text = new StringBuilder();
        while (slot.find()) {
            List<String> words = choices.get(slot.group(1));
            if (words == null) {
                throw new IllegalArgumentException("no @" + slot.group(1) + " for: " + template);
            }
            String word = fill(words.get(random.nextInt(words.size())), random);
            slot.appendReplacement(text, Matcher.quoteReplacement(word));
        }
        return slot.appendTail(text).toString();
    }
}
