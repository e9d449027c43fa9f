package dev.orrery.app.control;

import javafx.scene.control.Label;

/** A key as it is printed on a keyboard. */
public final class KeyCap extends Label {
    public KeyCap(String key) {
        super(key);
        getStyleClass().add("key-cap");
        setMinWidth(USE_PREF_SIZE);
        Nodes.markData(this);
        setVisible(!key.isEmpty());
        setManaged(!key.isEmpty());
    }
}
