package dev.orrery.models.catalog;

import dev.orrery.api.ModelTask;
import dev.orrery.models.json.JsonFault;
import dev.orrery.models.json.JsonFields;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A catalogue's JSON, {@code format} 1: everything is bounded and checked, and a field that nobody knows is refused. */
final class CatalogText {
    private static final int FORMAT = 1;
    private static final int MOST_MODELS = 2000;
    private static final int NAME = 200;
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9._-]{0,99}");
    private static final Pattern CLOUD_ID =
            Pattern.compile("[a-z0-9][a-z0-9._-]{0,49}/[A-Za-z0-9][A-Za-z0-9._:-]{0,99}");
    private static final Pattern ENGINE = Pattern.compile("[a-z0-9-]{1,30}");
    private static final Pattern QUANTISATION = Pattern.compile("[A-Za-z0-9_]{1,20}");
    private static final Pattern REPOSITORY =
            Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,95}/[A-Za-z0-9][A-Za-z0-9._-]{0,95}");
    private static final Pattern FILE =
            Pattern.compile("(?!.*\\.\\.)[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9][A-Za-z0-9._-]*){0,3}");
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern DATE = Pattern.compile("20[0-9]{2}-[01][0-9]-[0-3][0-9]");
    private static final long TRILLION = 1_000_000_000_000L;

    private final Set<String> ids = new HashSet<>();

    static Catalog read(byte[] json) throws JsonFault {
        return new CatalogText().catalog(JsonFields.parse(json));
    }

    private Catalog catalog(JsonFields fields) throws JsonFault {
        fields.number("format", FORMAT, FORMAT);
        Catalog catalog = new Catalog(
                date(fields, "asOf"),
                fields.list("models", MOST_MODELS, this::card),
                fields.list("clouds", MOST_MODELS, this::cloud));
        fields.optionalText("note", 2000);
        fields.end();
        return catalog;
    }

    private ModelCard card(JsonFields fields) throws JsonFault {
        long parameters = fields.number("parameters", 1, 100 * TRILLION);
        ModelCard card = new ModelCard(
                unique(fields, fields.text("id", ID)),
                fields.text("name", NAME),
                fields.text("maker", NAME),
                tasks(fields),
                parameters,
                fields.optionalNumber("activeParameters", 1, parameters).orElse(parameters),
                (int) fields.optionalNumber("dimensions", 1, 100_000).orElse(0),
                fields.optionalText("architecture", 50).orElse(""),
                shape(fields),
                licence(fields.object("licence")),
                infill(fields),
                fields.list("variants", 50, this::variant));
        if (card.variants().isEmpty()) {
            throw fields.fault("variants", "none");
        }
        fields.end();
        return card;
    }

    private static ModelShape shape(JsonFields fields) throws JsonFault {
        return new ModelShape(
                (int) fields.number("layers", 1, 1000),
                (int) fields.number("kvHeads", 1, 1000),
                (int) fields.number("headSize", 1, 10_000),
                (int) fields.number("vocabulary", 1, 10_000_000),
                context(fields));
    }

    private static int context(JsonFields fields) throws JsonFault {
        return (int) fields.number("context", 1, 100_000_000);
    }

    private static Licence licence(JsonFields fields) throws JsonFault {
        Licence licence = new Licence(
                fields.text("id", NAME),
                address(fields, "address"),
                fields.flag("accept") ? Licence.Consent.NEEDED : Licence.Consent.NOT_NEEDED);
        fields.end();
        return licence;
    }

    private static Optional<InfillMarks> infill(JsonFields fields) throws JsonFault {
        List<String> marks = fields.texts("infill", 3, 50);
        if (marks.isEmpty()) {
            return Optional.empty();
        }
        if (marks.size() != 3 || marks.stream().anyMatch(String::isBlank)) {
            throw fields.fault("infill", "not three marks: prefix, suffix, middle");
        }
        return Optional.of(new InfillMarks(marks.get(0), marks.get(1), marks.get(2)));
    }

    private ModelVariant variant(JsonFields fields) throws JsonFault {
        ModelVariant variant = new ModelVariant(
                unique(fields, fields.text("id", ID)),
                fields.text("engine", ENGINE),
                fields.text("quantisation", QUANTISATION),
                fields.text("repository", REPOSITORY),
                fields.texts("files", 200, NAME),
                fields.optionalNumber("bytes", 1, 1000 * TRILLION),
                fields.optionalText("sha256", SHA256));
        if (variant.files().isEmpty()
                || variant.files().stream().anyMatch(file -> !FILE.matcher(file).matches())) {
            throw fields.fault("files", "not names of files in a repository");
        }
        if (variant.sha256().isPresent() && variant.files().size() != 1) {
            throw fields.fault("sha256", "for one file only");
        }
        fields.end();
        return variant;
    }

    private CloudModel cloud(JsonFields fields) throws JsonFault {
        CloudModel cloud = new CloudModel(
                unique(fields, fields.text("id", CLOUD_ID)),
                fields.text("name", NAME),
                fields.text("engine", ENGINE),
                address(fields, "address"),
                fields.text("model", NAME),
                tasks(fields),
                fields.flag("infill"),
                context(fields),
                price(fields.object("price")));
        fields.end();
        return cloud;
    }

    private static Price price(JsonFields fields) throws JsonFault {
        Price price = new Price(
                fields.number("promptMicroDollars", 0, TRILLION),
                fields.number("answerMicroDollars", 0, TRILLION),
                date(fields, "asOf"));
        fields.end();
        return price;
    }

    private static Set<ModelTask> tasks(JsonFields fields) throws JsonFault {
        Set<ModelTask> tasks = EnumSet.noneOf(ModelTask.class);
        for (String task : fields.texts("tasks", 10, 30)) {
            try {
                tasks.add(ModelTask.valueOf(task.toUpperCase(Locale.ROOT)));
            } catch (IllegalArgumentException unknown) {
                throw fields.fault("tasks", "not completion, chat or embedding");
            }
        }
        if (tasks.isEmpty()) {
            throw fields.fault("tasks", "none");
        }
        return tasks;
    }

    private String unique(JsonFields fields, String id) throws JsonFault {
        if (!ids.add(id)) {
            throw fields.fault("id", "twice: " + id);
        }
        return id;
    }

    private static URI address(JsonFields fields, String name) throws JsonFault {
        try {
            URI address = new URI(fields.text(name, 500));
            if ("https".equals(address.getScheme()) && address.getHost() != null && address.getUserInfo() == null) {
                return address;
            }
        } catch (URISyntaxException wrong) {
            throw fields.fault(name, "not an address");
        }
        throw fields.fault(name, "not an https address");
    }

    private static LocalDate date(JsonFields fields, String name) throws JsonFault {
        try {
            return LocalDate.parse(fields.text(name, DATE));
        } catch (DateTimeException wrong) {
            throw fields.fault(name, "not a day");
        }
    }
}
