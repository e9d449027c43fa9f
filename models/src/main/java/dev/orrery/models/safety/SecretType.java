package dev.orrery.models.safety;

/** What a secret looks like. The label stands in placeholders and in keys of messages. */
enum SecretType {
    AWS_KEY("aws-key"),
    AWS_SECRET("aws-secret"),
    GITHUB("github-token"),
    GITLAB("gitlab-token"),
    SLACK("slack-token"),
    STRIPE("stripe-key"),
    GOOGLE("google-key"),
    AZURE("azure-key"),
    OPENAI("openai-key"),
    ANTHROPIC("anthropic-key"),
    NPM("npm-token"),
    PYPI("pypi-token"),
    HUGGING_FACE("huggingface-token"),
    /** A token of one of the many other services whose tokens begin with a name. */
    SERVICE("service-token"),
    JWT("jwt"),
    PRIVATE_KEY("private-key"),
    PASSWORD("password"),
    /** Named a secret, a token or a key by what it is assigned to. */
    NAMED("secret"),
    BEARER("bearer-token"),
    /** Nothing but random characters, near a word such as key or token. */
    RANDOM("random-string");

    private final String label;

    SecretType(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
