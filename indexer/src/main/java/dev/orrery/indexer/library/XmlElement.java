package dev.orrery.indexer.library;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A small XML document as a tree: names as they are written, texts, no attributes. Documents with a document type are
 * refused, and with them all entities but the five of XML itself.
 */
final class XmlElement {
    private static final int DEEPEST = 50;
    private static final int MOST_ELEMENTS = 200_000;

    private final String name;
    private final List<XmlElement> children = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    private XmlElement(String name) {
        this.name = name;
    }

    /** @throws IOException where it is no XML, has a document type, or is too deep or too large */
    static XmlElement parse(byte[] document) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false); // poms have elements such as <Xlint:all>
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> new ByteArrayInputStream(new byte[0]));
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(document));
            try {
                return read(reader);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException | RuntimeException malformed) {
            throw new IOException(firstLine(malformed), malformed);
        }
    }

    private static String firstLine(Exception malformed) {
        return String.valueOf(malformed.getMessage()).lines().reduce("", (all, line) -> line.isBlank() ? all : line);
    }

    private static XmlElement read(XMLStreamReader reader) throws XMLStreamException {
        XmlElement document = new XmlElement("");
        Deque<XmlElement> open = new ArrayDeque<>(List.of(document));
        int elements = 0;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (open.size() > DEEPEST || ++elements > MOST_ELEMENTS) {
                        throw new XMLStreamException("too deep or too large");
                    }
                    XmlElement element = new XmlElement(reader.getLocalName());
                    open.element().children.add(element);
                    open.push(element);
                }
                case XMLStreamConstants.END_ELEMENT -> open.pop();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
                    open.element().text.append(reader.getText());
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new XMLStreamException("it declares a document type");
                default -> {}
            }
        }
        return document;
    }

    String name() {
        return name;
    }

    String text() {
        return text.toString().strip();
    }

    List<XmlElement> children() {
        return children;
    }

    Optional<XmlElement> child(String wanted) {
        return children.stream().filter(child -> child.name.equals(wanted)).findFirst();
    }

    /** The text of a child; empty where there is none. */
    String text(String wanted) {
        return child(wanted).map(XmlElement::text).orElse("");
    }

    /** The children of a child; none where there is none. */
    List<XmlElement> list(String wanted) {
        return child(wanted).map(XmlElement::children).orElse(List.of());
    }
}
