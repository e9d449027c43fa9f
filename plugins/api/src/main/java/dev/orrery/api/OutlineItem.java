package dev.orrery.api;

/**
 * A declaration in an outline.
 *
 * @param kind what is declared
 * @param name its simple name
 * @param detail parameters or type as they are written, empty where there are none
 * @param depth 0 at the top of the file
 * @param line line of the name
 * @param column column of the name, in UTF-16 units
 * @param endLine last line of the declaration
 */
public record OutlineItem(SymbolKind kind, String name, String detail, int depth, int line, int column, int endLine) {}
