package dev.orrery.app;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import javafx.stage.Stage;

/**
 * Makes a picture of the window, {@code WindowRehearsal DIR FILE.png}, so that the virtual machine can note the classes that a
 * window needs. A picture is made without a screen, so the toolkit's classes for one are loaded here and not used.
 */
public final class WindowRehearsal {
    private static final List<String> ON_SCREEN = List.of(
            "com/sun/glass/ui/gtk/",
            "com/sun/glass/ui/delegate/",
            "com/sun/javafx/tk/quantum/",
            "com/sun/javafx/stage/",
            "javafx/stage/");

    private WindowRehearsal() {}

    public static void main(String[] arguments) throws IOException, URISyntaxException {
        loadScreen();
        Main.main(new String[] {"open", arguments[0], "--snapshot", arguments[1]});
    }

    private static void loadScreen() throws IOException, URISyntaxException {
        Path toolkit = Path.of(
                Stage.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        ClassLoader loader = Stage.class.getClassLoader();
        try (JarFile classes = new JarFile(toolkit.toFile())) {
            for (String name : (Iterable<String>) classes.stream().map(entry -> entry.getName())::iterator) {
                if (name.endsWith(".class") && ON_SCREEN.stream().anyMatch(name::startsWith)) {
                    load(name.substring(0, name.length() - ".class".length()).replace('/', '.'), loader);
                }
            }
        }
    }

    private static void load(String name, ClassLoader loader) {
        try {
            Class.forName(name, false, loader);
        } catch (ClassNotFoundException | LinkageError elsewhere) {
            System.getLogger(WindowRehearsal.class.getName())
                    .log(System.Logger.Level.DEBUG, "a class for other systems", elsewhere);
        }
    }
}
