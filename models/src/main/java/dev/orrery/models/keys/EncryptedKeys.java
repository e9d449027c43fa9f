package dev.orrery.models.keys;

import dev.orrery.api.OrreryException;
import dev.orrery.api.UserMessage;
import dev.orrery.base.Folders;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keys in a file, encrypted with AES-256-GCM, where the machine has no keyring. What they are encrypted with lies in a file
 * beside it; both are in a folder that only the user may enter. This protects keys from other users of the machine, from a
 * look at the file, and from a backup or a copy that has only one of the two files. It does <em>not</em> protect them from a
 * program that runs as the user, nor from whoever has both files: only a keyring does.
 */
final class EncryptedKeys implements KeyStore, KeyFile.Sealer {
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final Path folder;
    private final KeyFile file;
    private final SecureRandom random = new SecureRandom();

    EncryptedKeys(Path folder) {
        this.folder = folder;
        file = new KeyFile(folder);
    }

    @Override
    public UserMessage place() {
        return UserMessage.of("models.keys.place.file", folder);
    }

    @Override
    public Optional<ApiKey> find(String name) throws OrreryException {
        return file.find(name, this);
    }

    @Override
    public void put(String name, ApiKey key) throws OrreryException {
        file.put(name, key, this);
    }

    @Override
    public void remove(String name) throws OrreryException {
        file.remove(name);
    }

    @Override
    public String seal(String name, ApiKey key) throws OrreryException {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, master(), nonce, name)
                    .doFinal(key.reveal().getBytes(StandardCharsets.US_ASCII));
            return Base64.getEncoder()
                    .encodeToString(ByteBuffer.allocate(nonce.length + sealed.length)
                            .put(nonce)
                            .put(sealed)
                            .array());
        } catch (GeneralSecurityException | IOException impossible) {
            throw new OrreryException(UserMessage.of("models.keys.unwritable", folder), impossible);
        }
    }

    @Override
    public ApiKey open(String name, String sealed) throws OrreryException {
        try {
            byte[] bytes = Base64.getDecoder().decode(sealed);
            byte[] nonce = Arrays.copyOf(bytes, NONCE_BYTES);
            byte[] plain = cipher(Cipher.DECRYPT_MODE, master(), nonce, name)
                    .doFinal(bytes, NONCE_BYTES, bytes.length - NONCE_BYTES);
            return new ApiKey(new String(plain, StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException
                | IllegalArgumentException
                | IndexOutOfBoundsException
                | IOException damaged) {
            throw new OrreryException(UserMessage.of("models.keys.sealed", name, folder), damaged);
        }
    }

    private static Cipher cipher(int mode, byte[] master, byte[] nonce, String name) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(master, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(name.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private byte[] master() throws IOException {
        Path path = folder.resolve("seal");
        try {
            return read(path);
        } catch (NoSuchFileException absent) {
            Folders.createPrivate(folder);
            byte[] fresh = new byte[KEY_BYTES];
            random.nextBytes(fresh);
            Path temporary = Files.createTempFile(folder, "seal", ".tmp");
            try {
                Folders.restrict(temporary, "rw-------");
                Files.write(temporary, fresh, StandardOpenOption.SYNC);
                Files.createLink(path, temporary);
            } catch (FileAlreadyExistsException another) {
                return read(path);
            } catch (FileSystemException | UnsupportedOperationException noLinks) {
                Files.move(temporary, path);
            } finally {
                Files.deleteIfExists(temporary);
            }
            return read(path);
        }
    }

    private static byte[] read(Path path) throws IOException {
        if (Files.size(path) != KEY_BYTES) {
            throw new IOException("not " + KEY_BYTES + " bytes");
        }
        Folders.restrict(path, "rw-------");
        return Files.readAllBytes(path);
    }
}
