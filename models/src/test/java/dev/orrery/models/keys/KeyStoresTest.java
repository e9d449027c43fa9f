package dev.orrery.models.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.api.OrreryException;
import dev.orrery.base.AppFolders;
import dev.orrery.base.Messages;
import dev.orrery.base.Platform;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class KeyStoresTest {
    private static final ApiKey KEY = new ApiKey("sk-very-secret-\"\\$(x)`'0123456789");
    private static final ApiKey OTHER = new ApiKey("sk-other");

    /** A keyring's program that keeps each secret in a file named after its last argument, and notes its arguments. */
    private static final String SECRET_TOOL = """
            #!/bin/sh
            echo "$@" >> '%1$s/arguments'
            for last in "$@"; do :; done
            file='%1$s/secret-'$(printf %%s "$last" | tr -c 'A-Za-z0-9' _)
            case "$1" in
              store) cat > "$file" ;;
              lookup) test -f "$file" && cat "$file" ;;
              clear) test -f "$file" && rm "$file" ;;
            esac
            """;

    private static final String SECURITY = """
            #!/bin/sh
            echo "$@" >> '%1$s/arguments'
            if test "$1" = -i; then
              read -r line
              eval "set -- $(printf %%s "$line" | sed 's/[$`]/\\\\&/g')"
              test "$1 $2 $3 $4 $5 $7" = 'add-generic-password -U -s dev.orrery -a -w' || exit 0
              printf '%%s\\n' "$8" > '%1$s/secret-'$(printf %%s "$6" | tr -c 'A-Za-z0-9' _)
              exit 0
            fi
            file='%1$s/secret-'$(printf %%s "$5" | tr -c 'A-Za-z0-9' _)
            test -f "$file" || exit 44
            case "$1" in
              find-generic-password) cat "$file" ;;
              delete-generic-password) rm "$file" ;;
            esac
            """;

    /** Seals by writing backwards. */
    private static final String POWER_SHELL = """
            #!/bin/sh
            echo "$@" >> '%1$s/arguments'
            read -r name data
            printf %%s "$data" | rev
            """;

    @TempDir
    Path folder;

    private KeyProgram program(String name, String script) throws IOException {
        Path program = folder.resolve(name);
        Files.writeString(program, script.formatted(folder));
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        return new KeyProgram(program.toString(), Duration.ofMinutes(1));
    }

    private static void assertKeeps(KeyStore keys) throws OrreryException {
        String name = "work@https://api.example.com:8443";
        assertEquals(Optional.empty(), keys.find(name));
        keys.put(name, OTHER);
        keys.put(name, KEY);
        keys.put("another@https://example.com", OTHER);
        assertEquals(Optional.of(KEY), keys.find(name));
        keys.remove(name);
        assertEquals(Optional.empty(), keys.find(name));
        keys.remove(name);
        assertEquals(Optional.of(OTHER), keys.find("another@https://example.com"));
        assertFalse(Messages.of(Locale.ENGLISH).text(keys.place()).isBlank());
    }

    private void assertNoArgumentHoldsAKey() throws IOException {
        String arguments = Files.readString(folder.resolve("arguments"));
        assertFalse(arguments.isEmpty());
        assertFalse(arguments.contains(KEY.reveal()) || arguments.contains(OTHER.reveal()), arguments);
    }

    @Test
    void theSecretServiceKeepsKeys() throws Exception {
        SecretServiceKeys keys = new SecretServiceKeys(program("secret-tool", SECRET_TOOL));
        assertTrue(keys.answers());
        assertKeeps(keys);
        assertNoArgumentHoldsAKey();
    }

    @Test
    void theKeychainKeepsKeys() throws Exception {
        assertKeeps(new KeychainKeys(program("security", SECURITY)));
        assertNoArgumentHoldsAKey();
    }

    @Test
    void windowsSealsKeys() throws Exception {
        assertKeeps(new DpapiKeys(program("powershell.exe", POWER_SHELL), folder.resolve("keys")));
        assertNoArgumentHoldsAKey();
    }

    @Test
    void withoutAKeyringAFileKeepsKeys() throws Exception {
        assertKeeps(new EncryptedKeys(folder.resolve("keys")));
        try (var files = Files.list(folder.resolve("keys"))) {
            List<Path> all = files.toList();
            assertEquals(2, all.size(), all.toString());
            for (Path file : all) {
                assertEquals(
                        "rw-------",
                        PosixFilePermissions.toString(Files.getPosixFilePermissions(file)),
                        file.toString());
                String content = Files.readString(file, StandardCharsets.ISO_8859_1);
                assertFalse(content.contains(KEY.reveal()) || content.contains(OTHER.reveal()));
            }
        }
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("keys"))));
    }

    @Test
    void theKeyringIsChosenWhereItAnswers() throws Exception {
        program("secret-tool", SECRET_TOOL);
        assertInstanceOf(SecretServiceKeys.class, choose(folder.toString()));
        program("secret-tool", "#!/bin/sh\necho 'Cannot autolaunch D-Bus without X11 $DISPLAY' >&2\nexit 1\n");
        assertInstanceOf(EncryptedKeys.class, choose(folder.toString()));
        assertInstanceOf(EncryptedKeys.class, choose("relative:"));
    }

    private KeyStore choose(String path) {
        return KeyStores.choose(Platform.LINUX, path, new AppFolders(folder.resolve("config"), folder, folder));
    }

    @Test
    void aKeyringThatRefusesIsHeard() throws Exception {
        SecretServiceKeys keys =
                new SecretServiceKeys(program("secret-tool", "#!/bin/sh\necho \"no $(cat)\" >&2\nexit 1\n"));
        OrreryException refusal = assertThrows(OrreryException.class, () -> keys.put("a", KEY));
        assertEquals(
                "no " + ApiKey.DOTS,
                refusal.userMessage().arguments().get(1),
                "a key that the program repeats is hidden");
        assertThrows(OrreryException.class, () -> keys.find("a"));
        SecretServiceKeys absent =
                new SecretServiceKeys(new KeyProgram(folder.resolve("none").toString(), Duration.ofMinutes(1)));
        assertThrows(OrreryException.class, () -> absent.find("a"));
        assertFalse(absent.answers());
    }

    @Test
    void aKeyringThatHangsIsLeft() throws Exception {
        Path program = folder.resolve("secret-tool");
        program("secret-tool", "#!/bin/sh\nexec tail -f /dev/null\n");
        SecretServiceKeys keys = new SecretServiceKeys(new KeyProgram(program.toString(), Duration.ofMillis(200)));
        assertThrows(OrreryException.class, () -> keys.find("a"));
    }

    @Test
    void keysCannotBeSwappedOrTamperedWith() throws Exception {
        EncryptedKeys keys = new EncryptedKeys(folder);
        String sealed = keys.seal("a", KEY);
        assertEquals(KEY, keys.open("a", sealed));
        assertThrows(OrreryException.class, () -> keys.open("b", sealed));
        for (String damaged : List.of(
                "", "AAAA", "*", sealed.substring(4), "A" + sealed.substring(1).replace('A', 'B'))) {
            assertThrows(OrreryException.class, () -> keys.open("a", damaged), damaged);
        }
    }

    @Test
    void aDamagedFileIsSetAsideAndSaid() throws Exception {
        EncryptedKeys keys = new EncryptedKeys(folder);
        keys.put("a", KEY);
        Files.writeString(folder.resolve("keys"), "something else");
        OrreryException damaged = assertThrows(OrreryException.class, () -> keys.find("a"));
        assertEquals("models.keys.damaged", damaged.userMessage().key());
        assertEquals(Optional.empty(), keys.find("a"));
        assertEquals("something else", Files.readString(folder.resolve("keys.damaged-1")));
    }

    @Test
    void aKeyShowsAsDots() {
        assertEquals(ApiKey.DOTS, KEY.toString());
        assertEquals("a " + ApiKey.DOTS, KEY.hideIn("a " + KEY.reveal()));
        for (String none : List.of("", "  ", "a b", "a\nb", "ä", "x".repeat(5000))) {
            IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> new ApiKey(none));
            assertEquals("not an API key", refused.getMessage());
        }
        assertEquals("a", new ApiKey(" a\n").reveal());
    }
}
