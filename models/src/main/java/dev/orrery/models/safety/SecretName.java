package dev.orrery.models.safety;

import java.util.Locale;
import java.util.Set;

/** What the name of a variable, a key or a header says of its value. */
enum SecretName {
    /** Nothing. */
    PLAIN,
    /** It is a password; even a short word is one. */
    PASSWORD,
    /** It is a token, a key or a secret, which are long and random. */
    TOKEN;

    private static final String[] PASSWORDS = {"password", "passwd", "passphrase", "passcode", "pwd"};
    private static final Set<String> SHORT_PASSWORDS = Set.of(
            "pass",
            "dbpass",
            "userpass",
            "mysqlpass",
            "rootpass",
            "adminpass",
            "smtppass",
            "ftppass",
            "pgpass",
            "redispass",
            "keypass",
            "storepass");
    private static final String[] TOKENS = {
        "secret",
        "secrets",
        "secretkey",
        "token",
        "apikey",
        "accesskey",
        "authkey",
        "privatekey",
        "signingkey",
        "encryptionkey",
        "masterkey",
        "accountkey",
        "sharedaccesskey",
        "storagekey",
        "servicekey",
        "appkey",
        "sessionkey",
        "deploykey",
        "credential",
        "credentials",
        "authorization",
        "secretvalue",
        "secretaccesskeyid",
        "privatekeyid",
        "clientkey",
        "licensekey",
        "webhookkey"
    };
    private static final Set<String> SHORT_TOKENS = Set.of("auth", "secretid", "pat");

    /** @param name letters, digits, dots, dashes and underscores */
    static SecretName of(String name) {
        String plain = plain(name);
        String last = plain(name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf(':')) + 1));
        if (plain.startsWith("public")) {
            return PLAIN;
        }
        for (String password : PASSWORDS) {
            if (plain.endsWith(password)) {
                return PASSWORD;
            }
        }
        if (SHORT_PASSWORDS.contains(last)) {
            return PASSWORD;
        }
        for (String token : TOKENS) {
            if (plain.endsWith(token)) {
                return TOKEN;
            }
        }
        return SHORT_TOKENS.contains(last) ? TOKEN : PLAIN;
    }

    private static String plain(String name) {
        StringBuilder plain = new StringBuilder(name.length());
        for (int at = 0; at < name.length(); at++) {
            char unit = name.charAt(at);
            if (unit != '_' && unit != '-' && unit != '.') {
                plain.append(unit);
            }
        }
        int end = plain.length();
        while (end > 0 && plain.charAt(end - 1) >= '0' && plain.charAt(end - 1) <= '9') {
            end--;
        }
        return plain.substring(0, end).toLowerCase(Locale.ROOT);
    }
}
