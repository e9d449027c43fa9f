package dev.orrery.models.safety;

import static dev.orrery.models.safety.Alphabet.ALPHANUMERIC;
import static dev.orrery.models.safety.Alphabet.BASE64;
import static dev.orrery.models.safety.Alphabet.DOTTED;
import static dev.orrery.models.safety.Alphabet.ESCAPED;
import static dev.orrery.models.safety.Alphabet.HEX;
import static dev.orrery.models.safety.Alphabet.UPPER_DIGITS;
import static dev.orrery.models.safety.Alphabet.URL;
import static dev.orrery.models.safety.Alphabet.WORD;

import java.util.List;

/**
 * A token that is known by how it begins, as its issuer documents it.
 *
 * @param type whose it is
 * @param prefix how it begins; what is not secret in it ({@code Bearer }) ends with a space or an equals sign
 * @param alphabet what follows
 * @param least at least this many characters follow
 * @param most at most this many; where more do, it is something else
 */
record TokenShape(SecretType type, String prefix, Alphabet alphabet, int least, int most) {
    private static final int ANY = 4096;

    static final List<TokenShape> ALL = List.of(
            new TokenShape(SecretType.AWS_KEY, "AKIA", UPPER_DIGITS, 16, 16),
            new TokenShape(SecretType.AWS_KEY, "ASIA", UPPER_DIGITS, 16, 16),
            new TokenShape(SecretType.AWS_KEY, "ABIA", UPPER_DIGITS, 16, 16),
            new TokenShape(SecretType.AWS_KEY, "ACCA", UPPER_DIGITS, 16, 16),
            new TokenShape(SecretType.GITHUB, "ghp_", WORD, 30, 255),
            new TokenShape(SecretType.GITHUB, "gho_", WORD, 30, 255),
            new TokenShape(SecretType.GITHUB, "ghu_", WORD, 30, 255),
            new TokenShape(SecretType.GITHUB, "ghs_", DOTTED, 30, ANY),
            new TokenShape(SecretType.GITHUB, "ghr_", WORD, 30, 255),
            new TokenShape(SecretType.GITHUB, "github_pat_", WORD, 36, 255),
            new TokenShape(SecretType.GITLAB, "glpat-", DOTTED, 20, 300),
            new TokenShape(SecretType.GITLAB, "gldt-", DOTTED, 20, 300),
            new TokenShape(SecretType.GITLAB, "glrt-", DOTTED, 20, 300),
            new TokenShape(SecretType.GITLAB, "glptt-", DOTTED, 20, 300),
            new TokenShape(SecretType.GITLAB, "glcbt-", DOTTED, 20, 300),
            new TokenShape(SecretType.GITLAB, "glsoat-", DOTTED, 20, 300),
            new TokenShape(SecretType.GITLAB, "glagent-", DOTTED, 20, 300),
            new TokenShape(SecretType.GITLAB, "gloas-", DOTTED, 20, 300),
            new TokenShape(SecretType.SLACK, "xoxb-", URL, 20, 300),
            new TokenShape(SecretType.SLACK, "xoxp-", URL, 20, 300),
            new TokenShape(SecretType.SLACK, "xoxa-", URL, 20, 300),
            new TokenShape(SecretType.SLACK, "xoxr-", URL, 20, 300),
            new TokenShape(SecretType.SLACK, "xoxs-", URL, 20, 300),
            new TokenShape(SecretType.SLACK, "xoxe-", URL, 20, 400),
            new TokenShape(SecretType.SLACK, "xoxe.xox", DOTTED, 20, 400),
            new TokenShape(SecretType.SLACK, "xapp-", URL, 20, 300),
            new TokenShape(SecretType.STRIPE, "sk_live_", ALPHANUMERIC, 10, 255),
            new TokenShape(SecretType.STRIPE, "sk_test_", ALPHANUMERIC, 10, 255),
            new TokenShape(SecretType.STRIPE, "rk_live_", ALPHANUMERIC, 10, 255),
            new TokenShape(SecretType.STRIPE, "rk_test_", ALPHANUMERIC, 10, 255),
            new TokenShape(SecretType.STRIPE, "whsec_", BASE64, 24, 255),
            new TokenShape(SecretType.GOOGLE, "AIza", URL, 35, 35),
            new TokenShape(SecretType.GOOGLE, "GOCSPX-", URL, 20, 60),
            new TokenShape(SecretType.GOOGLE, "ya29.", DOTTED, 20, ANY),
            new TokenShape(SecretType.AZURE, "sig=", ESCAPED, 40, 200),
            new TokenShape(SecretType.ANTHROPIC, "sk-ant-", URL, 20, 300),
            new TokenShape(SecretType.OPENAI, "sk-proj-", URL, 20, 300),
            new TokenShape(SecretType.OPENAI, "sk-svcacct-", URL, 20, 300),
            new TokenShape(SecretType.OPENAI, "sk-admin-", URL, 20, 300),
            new TokenShape(SecretType.OPENAI, "sk-", ALPHANUMERIC, 32, 64),
            new TokenShape(SecretType.NPM, "npm_", ALPHANUMERIC, 36, 36),
            new TokenShape(SecretType.PYPI, "pypi-", URL, 50, ANY),
            new TokenShape(SecretType.HUGGING_FACE, "hf_", ALPHANUMERIC, 30, 60),
            new TokenShape(SecretType.HUGGING_FACE, "api_org_", ALPHANUMERIC, 30, 60),
            new TokenShape(SecretType.SERVICE, "sk-or-v1-", HEX, 64, 64),
            new TokenShape(SecretType.SERVICE, "gsk_", ALPHANUMERIC, 40, 80),
            new TokenShape(SecretType.SERVICE, "xai-", ALPHANUMERIC, 60, 120),
            new TokenShape(SecretType.SERVICE, "pplx-", ALPHANUMERIC, 40, 80),
            new TokenShape(SecretType.SERVICE, "r8_", ALPHANUMERIC, 37, 37),
            new TokenShape(SecretType.SERVICE, "SG.", DOTTED, 60, 90),
            new TokenShape(SecretType.SERVICE, "dop_v1_", HEX, 64, 64),
            new TokenShape(SecretType.SERVICE, "doo_v1_", HEX, 64, 64),
            new TokenShape(SecretType.SERVICE, "shpat_", WORD, 32, 64),
            new TokenShape(SecretType.SERVICE, "shpss_", WORD, 32, 64),
            new TokenShape(SecretType.SERVICE, "dapi", HEX, 32, 32),
            new TokenShape(SecretType.SERVICE, "dckr_pat_", URL, 20, 64),
            new TokenShape(SecretType.SERVICE, "hvs.", URL, 24, 300),
            new TokenShape(SecretType.SERVICE, "hvb.", URL, 24, 300),
            new TokenShape(SecretType.SERVICE, "sq0atp-", URL, 22, 60),
            new TokenShape(SecretType.SERVICE, "sq0csp-", URL, 22, 60),
            new TokenShape(SecretType.SERVICE, "glsa_", WORD, 32, 64),
            new TokenShape(SecretType.SERVICE, "lin_api_", ALPHANUMERIC, 32, 64),
            new TokenShape(SecretType.SERVICE, "NRAK-", ALPHANUMERIC, 27, 27),
            new TokenShape(SecretType.SERVICE, "sntrys_", BASE64, 40, ANY),
            new TokenShape(SecretType.SERVICE, "pscale_tkn_", DOTTED, 32, 64),
            new TokenShape(SecretType.SERVICE, "sbp_", HEX, 40, 40),
            new TokenShape(SecretType.SERVICE, "PMAK-", URL, 50, 80),
            new TokenShape(SecretType.SERVICE, "dp.pt.", ALPHANUMERIC, 40, 48),
            new TokenShape(SecretType.SERVICE, "rubygems_", HEX, 48, 48),
            new TokenShape(SecretType.SERVICE, "secret_", ALPHANUMERIC, 43, 43),
            new TokenShape(SecretType.SERVICE, "ntn_", ALPHANUMERIC, 40, 60),
            new TokenShape(SecretType.PRIVATE_KEY, "AGE-SECRET-KEY-1", UPPER_DIGITS, 58, 58),
            new TokenShape(SecretType.JWT, "eyJ", DOTTED, 30, 16_384),
            new TokenShape(SecretType.BEARER, "Bearer ", ESCAPED, 16, 16_384),
            new TokenShape(SecretType.BEARER, "bearer ", ESCAPED, 16, 16_384),
            new TokenShape(SecretType.BEARER, "BEARER ", ESCAPED, 16, 16_384),
            new TokenShape(SecretType.BEARER, "Basic ", BASE64, 12, 2048),
            new TokenShape(SecretType.BEARER, "basic ", BASE64, 12, 2048));

    /** How much of the prefix may stay: all of it where it is only what announces the secret. */
    int announced() {
        char last = prefix.charAt(prefix.length() - 1);
        return last == ' ' || last == '=' ? prefix.length() : 0;
    }
}
