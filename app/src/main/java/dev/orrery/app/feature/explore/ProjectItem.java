package dev.orrery.app.feature.explore;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.collections.ObservableList;
import javafx.scene.control.TreeItem;

/** A row of the tree control whose children are made when it is first opened and follow later versions of the tree. */
final class ProjectItem extends TreeItem<ProjectNode> {
    private boolean loaded;

    ProjectItem(ProjectNode node) {
        super(node);
    }

    @Override
    public boolean isLeaf() {
        return getValue().isLeaf();
    }

    @Override
    public ObservableList<TreeItem<ProjectNode>> getChildren() {
        if (!loaded) {
            loaded = true;
            super.getChildren()
                    .setAll(getValue().children().stream().map(ProjectItem::new).toList());
        }
        return super.getChildren();
    }

    /** Takes the place of the same row in a newer tree; rows that stay keep their state. */
    void follow(ProjectNode node) {
        setValue(node);
        if (!loaded) {
            return;
        }
        Map<String, TreeItem<ProjectNode>> known = new HashMap<>();
        super.getChildren().forEach(child -> known.put(child.getValue().id(), child));
        List<TreeItem<ProjectNode>> next =
                node.children().stream().map(child -> kept(known, child)).toList();
        if (!next.equals(super.getChildren())) {
            super.getChildren().setAll(next);
        }
    }

    private static TreeItem<ProjectNode> kept(Map<String, TreeItem<ProjectNode>> known, ProjectNode child) {
        if (known.get(child.id()) instanceof ProjectItem item) {
            item.follow(child);
            return item;
        }
        return new ProjectItem(child);
    }
}
