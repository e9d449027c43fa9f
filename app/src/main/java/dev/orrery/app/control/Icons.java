package dev.orrery.app.control;

import javafx.scene.AccessibleRole;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Icons of the one family that the application uses. */
public final class Icons {
    private Icons() {}

    /** An icon that stands beside a text; screen readers skip it. */
    public static FontIcon of(Feather feather) {
        FontIcon icon = new FontIcon(feather);
        icon.setAccessibleRole(AccessibleRole.NODE);
        return icon;
    }
}
