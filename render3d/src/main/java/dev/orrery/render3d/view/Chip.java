package dev.orrery.render3d.view;

import dev.orrery.render3d.frame.Box;
import dev.orrery.render3d.picture.MapLabel;
import javafx.geometry.Insets;
import javafx.geometry.VPos;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Border;
import javafx.scene.layout.BorderStroke;
import javafx.scene.layout.BorderStrokeStyle;
import javafx.scene.layout.BorderWidths;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/** A label on the map: a name, and perhaps a number, on a rounded plate. Measures itself without a window. */
final class Chip extends Region {
    private static final double PAD_X = 8;
    private static final double PAD_Y = 3;
    private static final double GAP = 8;
    private static final CornerRadii ROUND = new CornerRadii(5);

    private @Nullable LabelStyle worn;
    private @Nullable LabelFont set;
    private boolean isStyled;
    private final Text name = new Text();
    private final Text count = new Text();

    Chip() {
        setManaged(false);
        setMouseTransparent(true);
        // A software renderer makes a mask for the rounded plate and its border each time; as a picture the chip is
        // only copied.
        setCache(true);
        name.setTextOrigin(VPos.BASELINE);
        count.setTextOrigin(VPos.BASELINE);
        name.getStyleClass().clear();
        getChildren().addAll(name, count);
    }

    /** Says something else; costs nothing where it is the same as before. */
    void say(String text, LabelFont font, Color colour, String number, LabelStyle style) {
        if (style == worn
                && font == set
                && text.equals(name.getText())
                && number.equals(count.getText())
                && colour.equals(name.getFill())) {
            return;
        }
        boolean isDressed = font == set && isStyled;
        worn = style;
        set = font;
        name.setText(text);
        font.dress(name);
        name.setFill(colour);
        count.setText(number);
        (font == LabelFont.REGION ? LabelFont.PLAIN : LabelFont.SMALL).dress(count);
        count.setFill(style.quiet);
        setAccessibleText(number.isEmpty() ? text : text + " " + number);
        setBackground(new Background(new BackgroundFill(style.chip, ROUND, Insets.EMPTY)));
        setBorder(new Border(new BorderStroke(style.border, BorderStrokeStyle.SOLID, ROUND, new BorderWidths(1))));
        if (!isDressed && getScene() != null) {
            applyCss();
            isStyled = true;
        }
    }

    double wide() {
        double number =
                count.getText().isEmpty() ? 0 : GAP + count.getLayoutBounds().getWidth();
        return Math.ceil(name.getLayoutBounds().getWidth() + number + 2 * PAD_X);
    }

    double high() {
        return Math.ceil(name.getLayoutBounds().getHeight() + 2 * PAD_Y);
    }

    void standAt(Box box) {
        resizeRelocate(box.x(), box.y(), box.width(), box.height());
        double baseline = Math.round(PAD_Y + name.getBaselineOffset());
        name.relocate(PAD_X, baseline - name.getBaselineOffset());
        double x = PAD_X + name.getLayoutBounds().getWidth() + GAP;
        count.relocate(Math.round(x), baseline - count.getBaselineOffset());
    }

    /** What the chip says, as data. */
    MapLabel label(Box box) {
        LabelStyle style = worn == null ? LabelStyle.DARK : worn;
        boolean bold = name.getFont().getStyle().contains("Bold");
        return new MapLabel(
                name.getText(),
                count.getText(),
                box,
                name.getFont().getSize(),
                bold,
                argb(name.getFill()),
                argb(style.chip),
                argb(style.quiet));
    }

    private static int argb(Paint paint) {
        if (!(paint instanceof Color colour)) {
            return 0xffffffff;
        }
        int alpha = (int) Math.round(colour.getOpacity() * 255);
        int red = (int) Math.round(colour.getRed() * 255);
        int green = (int) Math.round(colour.getGreen() * 255);
        int blue = (int) Math.round(colour.getBlue() * 255);
        return alpha << 24 | red << 16 | green << 8 | blue;
    }

    String text() {
        return name.getText();
    }
}
