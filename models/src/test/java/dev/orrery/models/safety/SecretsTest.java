package dev.orrery.models.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {
    private final long seed = Long.getLong("orrery.test.seed", new Random().nextLong());
    private final FakeSecrets fake = new FakeSecrets(new Random(seed));

    private static String redacted(String text, String path) {
        StringBuilder clean = new StringBuilder();
        int from = 0;
        for (Secret secret : Secrets.find(text, path)) {
            clean.append(text, from, secret.start())
                    .append('<')
                    .append(secret.type().label())
                    .append('>');
            from = secret.end();
        }
        return clean.append(text, from, text.length()).toString();
    }

    @Test
    void tokensOfEveryIssuerAreFoundWhereverTheyStand() {
        for (String around : List.of(
                "%s",
                "key: %s\n",
                "x = \"%s\";",
                "curl -H 'X: %s'",
                "(%s)",
                "a,%s,b",
                "\\n%s\\n",
                "see %s.",
                "`%s`",
                ">%s<")) {
            fake.tokens().forEach((label, token) -> {
                String type = label.replaceAll("/.*", "");
                String text = "some words before " + around.formatted(token) + " and behind";
                assertEquals(
                        "some words before " + around.formatted("<" + type + ">") + " and behind",
                        redacted(text, "notes/A.java"),
                        () -> "seed " + seed + " " + around);
            });
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PRIVATE KEY",
                "RSA PRIVATE KEY",
                "EC PRIVATE KEY",
                "OPENSSH PRIVATE KEY",
                "ENCRYPTED PRIVATE KEY",
                "PGP PRIVATE KEY BLOCK"
            })
    void privateKeysGoAsAWhole(String label) {
        String key = fake.pem(label);
        assertEquals("a\n<private-key>\nb", redacted("a\n" + key + "\nb", "k.pem"));
        assertEquals("k = \"<private-key>\\n\";", redacted("k = \"" + key.replace("\n", "\\n") + "\\n\";", "K.java"));
        String cut = key.substring(0, key.length() / 2);
        assertEquals("a\n<private-key>", redacted("a\n" + cut, "k.pem"), "the end is cut off");
        assertEquals(
                "<private-key>\nb",
                redacted(key.substring(key.length() / 2) + "\nb", "k.pem"),
                "the beginning is cut off");
    }

    @Test
    void codeThatOnlyNamesTheMarksStays() {
        String code =
                "pem.replace(\"-----BEGIN PRIVATE KEY-----\", \"\").replace(\"-----END PRIVATE KEY-----\", \"\").strip();";
        assertEquals(code, redacted(code, "Pem.java"));
        String open = "-----BEGIN CERTIFICATE-----\n" + fake.base64(200) + "\n-----END CERTIFICATE-----\n";
        assertEquals(open, redacted(open, "a.crt"));
    }

    @Test
    void namedValuesAreFoundInEveryNotation() {
        String word = "hunter" + fake.of("23456789", 2);
        String token = fake.of("abcdefghijkmnpqrstuvwxyzABCDEFGH", 20) + fake.of("0123456789", 6) + "x4Q";
        for (String text : List.of(
                "password = \"%s\"",
                "String password=\"%s\";",
                "\"password\": \"%s\"",
                "setPassword(\"%s\")",
                "put(\"db.password\", \"%s\")",
                "<password>%s</password>",
                "const password: string = '%s'",
                "val dbPassword: String = \"%s\"",
                "jdbc:x://h/d?user=a&password=%s&b=c",
                "Server=a;Password=%s;Database=b\"",
                "run --password=%s now",
                "postgres://user:%s@host/db",
                "redis://:%s@host",
                "config[\"password\"] = '%s'",
                "PASSWORD := `%s`",
                "\\\"password\\\": \\\"%s\\\"",
                "machine h login u password %s")) {
            assertEquals(text.formatted("<password>"), redacted(text.formatted(word), "src/A.java"), text);
        }
        for (String text : List.of(
                "password=%s", "spring.datasource.password: %s", "export DB_PASSWORD=%s", "passwd = %s\nuser = a")) {
            assertEquals(text.formatted("<password>"), redacted(text.formatted(word), "conf/app.properties"), text);
        }
        for (String text : List.of(
                "api_key = \"%s\"",
                "\"clientSecret\": \"%s\"", "X-Api-Key: \"%s\"", "ACCESS_TOKEN='%s'", "withToken(\"%s\")")) {
            assertEquals(text.formatted("<secret>"), redacted(text.formatted(token), "src/a.ts"), text);
        }
        assertEquals(
                "Authorization: Bearer <bearer-token>\n", redacted("Authorization: Bearer " + token + "\n", "a.http"));
        String basic = Base64.getEncoder().encodeToString("someone:something9".getBytes(StandardCharsets.UTF_8));
        assertEquals("\"Basic <bearer-token>\"", redacted("\"Basic " + basic + "\"", "A.java"));
    }

    @Test
    void keysOfCloudsInTheirFiles() {
        FakeSecrets fake = new FakeSecrets(new Random(11));
        String secret = fake.base64(30);
        String id = "AKIA" + fake.of("ABCDEFGH234567", 16);
        assertEquals(id.length(), 20);
        String csv = redacted(id + "," + secret, "keys.csv");
        assertFalse(csv.contains(secret), csv);
        assertEquals(
                "aws_secret_access_key = <secret>\n",
                redacted("aws_secret_access_key = " + secret + "\n", ".aws/credentials"));
        String azure = fake.base64(64);
        String connection = "\"DefaultEndpointsProtocol=https;AccountName=a;AccountKey=" + azure
                + ";EndpointSuffix=core.windows.net\"";
        assertFalse(redacted(connection, "a.cs").contains(azure.substring(0, 30)));
        String signature = fake.of("ABCDEFGHabcdefgh0123456789", 40) + "%3D";
        assertEquals(
                "https://a.blob.core.windows.net/c?sv=1&sig=<azure-key>&se=2",
                redacted("https://a.blob.core.windows.net/c?sv=1&sig=" + signature + "&se=2", "a.md"));
        String account = "{\"type\": \"service_account\", \"private_key\": \""
                + fake.pem("PRIVATE KEY").replace("\n", "\\n") + "\\n\"}";
        assertEquals(
                "{\"type\": \"service_account\", \"private_key\": \"<private-key>\\n\"}",
                redacted(account, "key.json"));
    }

    @Test
    void whatOnlyLooksLikeASecretStays() {
        String sha = fake.hex(64);
        for (String text : List.of(
                "String password = request.getParameter(\"password\");",
                "password = \"${DB_PASSWORD}\"",
                "\"password\": \"<your password>\"",
                "PASSWORD_KEY = \"user.password\"",
                "label(\"Password:\")",
                "token = \"xxxxxxxxxxxxxxxx\"",
                "<input type=\"password\" name=\"pw\">",
                "\"integrity\": \"sha512-" + fake.base64(64) + "\"",
                "digest: sha256:" + sha,
                "\"resolved\": \"https://r/x-" + sha + ".tgz\"",
                "id = \"123e4567-e89b-12d3-a456-426614174000\"",
                "background: url(data:image/png;base64," + fake.base64(120) + ")",
                "serialVersionUID = -6849794470754667710L;",
                "http://user:password@host/",
                "class=\"sk-folding-cube sk-cube-grid-container\"",
                "Token token = tokens.next();",
                "if (password == null || password.isEmpty()) {",
                "throw new Error(\"invalid token: unexpected end\")",
                "postgres://${USER}:${PASSWORD}@host/db",
                "secret: process.env.SESSION_SECRET",
                "private static final String TOKEN = \"accessToken\";")) {
            assertEquals(text, redacted(text, "src/a.js"));
        }
    }

    @Test
    void randomStringsNeedAReason() {
        FakeSecrets fake = new FakeSecrets(new Random(5));
        String random = fake.of("ABCDEFGHJKabcdefghjk", 3) + "aB3x" + fake.of("ABCDEFGHJKMNabcdefghjkmn0123456789", 33)
                + "9Zq2";
        assertEquals("x(\"" + random + "\")", redacted("x(\"" + random + "\")", "a.js"));
        assertEquals(
                "// our secret is <random-string> ",
                redacted("// our secret is " + random + " ", "a.js"),
                "seed " + seed);
    }

    /** What takes more than linear time would take hours here. */
    @Test
    @Tag("slow")
    void tenHostileMegabytesAreReadToTheEnd() {
        List<String> bits = List.of(
                "ghp_",
                "a",
                "-----BEGIN PRIVATE KEY-----",
                "://a:",
                "password=",
                "password=\"",
                "eyJ.",
                "Bearer ",
                "token:'",
                "--password ",
                "AKIA",
                "\\n");
        StringBuilder text = new StringBuilder();
        for (String bit : bits) {
            text.append(bit.repeat(10_000_000 / bits.size() / bit.length()));
        }
        assertTrue(Secrets.find(text.toString(), "a.env").size() <= text.length());
    }

    @Test
    void hostileTextsKeepTheirOrder() {
        Random random = new Random(seed);
        String[] bits = {
            "password",
            "=",
            "\"",
            "'",
            ":",
            "//",
            "@",
            "ghp_",
            "-----BEGIN ",
            "PRIVATE KEY-----",
            "-----END ",
            "\n",
            "\\",
            "eyJ",
            ".",
            fake.of("aB3", 30),
            " ",
            "Bearer ",
            "machine h login a ",
            "<",
            ">",
            "secret",
            "AKIA",
            "ABCDEFGH23456789"
        };
        for (int round = 0; round < 300; round++) {
            StringBuilder text = new StringBuilder();
            for (int at = 0; at < 200; at++) {
                text.append(bits[random.nextInt(bits.length)]);
            }
            int last = 0;
            for (Secret secret : Secrets.find(text.toString(), round % 2 == 0 ? "" : "A.java")) {
                assertTrue(
                        secret.start() >= last && secret.end() > secret.start() && secret.end() <= text.length(),
                        "seed " + seed);
                last = secret.end();
            }
        }
    }
}
