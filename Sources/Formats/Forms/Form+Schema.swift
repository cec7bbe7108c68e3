// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import ResourceLimits

extension Form {
    /// The JSON Schema of a file that is filled in by the form, for editors: what its keys are, what each means and which values it takes.
    ///
    /// It is made of the declarations that the file is read by, so that the two cannot differ. A schema says less than the reader: that a person
    /// exists, that a date is near, that a colour can be read on white. It is draft 7, the newest that the YAML language server takes.
    ///
    /// - Parameter title: the file, as officers know it.
    package func schema(title: String) -> String {
        var builder = FormSchemaBuilder()
        let root = builder.object(of: self).adding([
            "$schema": "http://json-schema.org/draft-07/schema#",
            "title": .string(title),
        ])
        let whole = builder.definitions.isEmpty ? root : root.adding(["definitions": .object(builder.definitions)])
        return whole.text
    }
}

/// Makes the schemas of forms, each form within another once.
private struct FormSchemaBuilder {
    /// The schemas of the forms within the form, by the names that references have.
    private(set) var definitions: [String: JSONValue] = [:]

    /// The schema of a group of keys.
    mutating func object(of form: Form) -> JSONValue {
        var properties: [String: JSONValue] = [:]
        // Editors show what to do about a key of an earlier version, and propose it no more.
        for (key, hint) in form.formerKeys {
            properties[key] = [
                "description": .string(hint), "deprecationMessage": .string(hint), "doNotSuggest": true, "not": [:],
            ]
        }
        for key in form.keys {
            properties[key.name] = schema(of: key).adding(["description": .string(key.meaning)])
        }
        var object: [String: JSONValue] = [
            "type": "object", "properties": .object(properties), "additionalProperties": false,
        ]
        let required = form.keys.filter(\.isRequired).map(\.name)
        if !required.isEmpty { object["required"] = JSONValue(required) }
        return .object(object)
    }

    /// A reference to the schema of a form within the form.
    private mutating func reference(to form: Form) -> JSONValue {
        let words = form.name.split(separator: " ").drop { ["a", "an", "the"].contains($0) }
        let base = words.joined(separator: " ").asIdentifier
        let object = object(of: form)
        var name = base
        var number = 2
        while let other = definitions[name], other != object {
            name = "\(base)-\(number)"
            number += 1
        }
        definitions[name] = object
        return ["$ref": .string("#/definitions/\(name)")]
    }

    /// What a key takes; nothing behind a key that may be left out is as good as no key.
    private mutating func schema(of key: FormKey) -> JSONValue {
        let text = Self.text(key.format)
        let texts = Self.oneOrMore(text)
        var alternatives: [JSONValue]
        switch key.value {
        case .text: alternatives = [text]
        // An editor that proposed `null` would propose a word that is none.
        case .choice(let words): return ["enum": JSONValue(words)]
        case .texts: alternatives = texts
        case .list(let form): alternatives = [["type": "array", "items": reference(to: form)]]
        case .textsOrGroups(let form):
            alternatives = [["type": "array", "items": ["anyOf": .array([text, reference(to: form)])]]]
        case .parts(let forms): alternatives = [parts(forms)]
        case .textOrGroup(let form): alternatives = [text, reference(to: form)]
        case .group(let form): alternatives = [reference(to: form)]
        case .named(let form):
            alternatives = [
                Self.map(to: reference(to: form)).adding([
                    "propertyNames": [
                        "pattern": "^[a-z0-9][a-z0-9-]*$", "maxLength": JSONValue(Limits.longestIdentifier),
                    ]
                ])
            ]
        case .namedTexts: alternatives = [Self.map(to: text)]
        case .namedGroups(let names):
            alternatives = [Self.group(of: names, each: ["anyOf": .array([text, Self.map(to: text)])])]
        case .textsOrNamedTexts(let names):
            alternatives = texts + [Self.group(of: names, each: ["anyOf": .array(texts)])]
        }
        if !key.isRequired { alternatives.append(["type": "null"]) }
        return alternatives.count == 1 ? ["allOf": .array(alternatives)] : ["anyOf": .array(alternatives)]
    }

    /// One text, or a list of texts.
    private static func oneOrMore(_ text: JSONValue) -> [JSONValue] { [text, ["type": "array", "items": text]] }

    /// A group with the officer's own names.
    private static func map(to value: JSONValue) -> JSONValue { ["type": "object", "additionalProperties": value] }

    /// A group with known names, each with the same kind of value.
    private static func group(of names: [String], each value: JSONValue) -> JSONValue {
        let properties = Dictionary(names.map { ($0, value) }) { first, _ in first }
        return ["type": "object", "properties": .object(properties), "additionalProperties": false]
    }

    /// A list of parts: the name of one that needs no key, or a group with a name as its only key.
    private mutating func parts(_ forms: [String: Form]) -> JSONValue {
        var properties: [String: JSONValue] = [:]
        var alone: [String] = []
        for (name, form) in forms.sorted(by: { $0.key < $1.key }) {
            let group = reference(to: form)
            if form.keys.contains(where: \.isRequired) {
                properties[name] = group
            } else {
                properties[name] = ["anyOf": [group, ["type": "null"]]]
                alone.append(name)
            }
        }
        let group: JSONValue = [
            "type": "object", "properties": .object(properties), "additionalProperties": false, "minProperties": 1,
            "maxProperties": 1,
        ]
        return ["type": "array", "items": ["anyOf": [["enum": JSONValue(alone)], group]]]
    }

    /// A text: numbers and flags are texts that a parser of YAML takes for something else.
    private static func text(_ format: FormKey.TextFormat) -> JSONValue {
        switch format {
        case .words: ["type": ["string", "number", "boolean"]]
        case .choice(let words): ["enum": JSONValue(words)]
        case .date: ["type": "string", "format": "date"]
        case .flag:
            ["type": ["boolean", "string"], "pattern": "^([Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO)$"]
        case .wholeNumber(let range):
            [
                "type": ["integer", "string"], "minimum": JSONValue(range.lowerBound),
                "maximum": JSONValue(range.upperBound), "pattern": "^[0-9]+$",
            ]
        }
    }
}
