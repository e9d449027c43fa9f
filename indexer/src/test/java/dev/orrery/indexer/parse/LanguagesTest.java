package dev.orrery.indexer.parse;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguagesTest {
    private static final Languages LANGUAGES = Languages.standard();

    @ParameterizedTest
    @CsvSource({
        "a/b/Main.java, java",
        "build.gradle.kts, kotlin",
        "tool.PY, python",
        "x/SConstruct, python",
        "web/app.tsx, tsx",
        "x.mjs, javascript",
        "a.h, c",
        "a.hpp, cpp",
        "a.c++, cpp",
        "Makefile, -",
        "README.md, -",
        "java, -"
    })
    void pathTellsTheLanguage(String path, String expected) {
        assertEquals(
                expected, LANGUAGES.forPath(path).map(SourceLanguage::toString).orElse("-"));
    }

    @ParameterizedTest
    @CsvSource({
        "'#!/usr/bin/python3 -u', python",
        "'#!/usr/bin/env -S node --x', javascript",
        "'#! /usr/bin/env python2.7', python",
        "'#!/bin/sh', bash",
        "'#!/usr/bin/awk -f', -",
        "'print(1)', -"
    })
    void firstLineTellsTheLanguageOfScripts(String line, String expected) {
        assertEquals(expected, id("bin/tool", line + "\nx = 1\n"));
    }

    @Test
    void headersAreCppOnlyWhereTheyMustBe() {
        for (String cpp : List.of(
                "class A {\n};",
                "namespace a::b {",
                "template <class T> struct A;",
                "std::string f();",
                "#include <vector>\n")) {
            assertEquals("cpp", id("a.h", cpp), cpp);
        }
        for (String c : List.of(
                "struct A { int class; };",
                "/* a::b class X { */ int f(void);",
                "#ifdef __cplusplus\nextern \"C\" {\nnamespace x {}\n#endif\nint f(void);",
                "#include <stdio.h>\nint x;",
                "// std::string\n")) {
            assertEquals("c", id("a.h", c), c);
        }
    }

    @Test
    void translationFilesAreNoTypeScript() {
        assertEquals("-", id("de.ts", "<?xml version=\"1.0\"?><TS/>"));
        assertEquals("typescript", id("de.ts", "let a = 1"));
    }

    @Test
    void everyLanguageHasItsGrammar() throws Exception {
        assertFalse(LANGUAGES.all().isEmpty());
        for (SourceLanguage language : LANGUAGES.all()) {
            assertFalse(language.grammar().symbolCount() < 20, language.toString());
        }
    }

    private static String id(String path, String content) {
        return LANGUAGES
                .of(path, content.getBytes(UTF_8))
                .map(SourceLanguage::toString)
                .orElse("-");
    }
}
