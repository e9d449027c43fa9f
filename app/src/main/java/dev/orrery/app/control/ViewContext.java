package dev.orrery.app.control;

import dev.orrery.app.command.Commands;
import dev.orrery.app.command.KeyChoices;
import dev.orrery.base.Messages;

/**
 * What every view needs to build its nodes.
 *
 * @param messages the user's language
 * @param commands all actions
 * @param keys which keys run them
 * @param hues colours of the regions
 */
public record ViewContext(Messages messages, Commands commands, KeyChoices keys, Hues hues) {
    public String text(String key, Object... arguments) {
        return messages.text(key, arguments);
    }
}
