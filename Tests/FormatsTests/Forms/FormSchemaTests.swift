// SPDX-License-Identifier: Apache-2.0

import Formats
import Testing

/// The JSON Schema of a form.
struct FormSchemaTests {
    private let person = Form("a person", [FormKey("name", required: true, "the person's name")])

    private func schema(_ keys: FormKey..., former: [String: String] = [:]) -> String {
        Form("a file", keys, formerKeys: former).schema(title: "file.yaml")
    }

    /// The schema of a key alone, without the lines that every schema has.
    private func lines(_ key: FormKey) -> [String] {
        schema(key).split(separator: "\n").map { $0.trimmingPrefix { $0 == " " } }.map(String.init)
    }

    @Test func `a small form is this schema`() {
        #expect(
            schema(
                FormKey("kind", .choice(["red", "blue"]), required: true, "which it is"),
                FormKey("people", .named(person), "who is there, each by an identifier"),
                FormKey("date", format: .date, required: true, "the day"),
                former: ["colour": "write `kind`"]
            ) == #"""
                {
                  "$schema" : "http://json-schema.org/draft-07/schema#",
                  "additionalProperties" : false,
                  "definitions" : {
                    "person" : {
                      "additionalProperties" : false,
                      "properties" : {
                        "name" : {
                          "allOf" : [
                            {
                              "type" : [
                                "string",
                                "number",
                                "boolean"
                              ]
                            }
                          ],
                          "description" : "the person's name"
                        }
                      },
                      "required" : [
                        "name"
                      ],
                      "type" : "object"
                    }
                  },
                  "properties" : {
                    "colour" : {
                      "deprecationMessage" : "write `kind`",
                      "description" : "write `kind`",
                      "doNotSuggest" : true,
                      "not" : {

                      }
                    },
                    "date" : {
                      "allOf" : [
                        {
                          "format" : "date",
                          "type" : "string"
                        }
                      ],
                      "description" : "the day"
                    },
                    "kind" : {
                      "description" : "which it is",
                      "enum" : [
                        "red",
                        "blue"
                      ]
                    },
                    "people" : {
                      "anyOf" : [
                        {
                          "additionalProperties" : {
                            "$ref" : "#/definitions/person"
                          },
                          "propertyNames" : {
                            "maxLength" : 100,
                            "pattern" : "^[a-z0-9][a-z0-9-]*$"
                          },
                          "type" : "object"
                        },
                        {
                          "type" : "null"
                        }
                      ],
                      "description" : "who is there, each by an identifier"
                    }
                  },
                  "required" : [
                    "kind",
                    "date"
                  ],
                  "title" : "file.yaml",
                  "type" : "object"
                }

                """#
        )
    }

    @Test func `a form that is in two places is defined once, and two of one name have two definitions`() {
        let other = Form("a person", [FormKey("post", "what the person is")])
        let text = schema(
            FormKey("leader", .group(person), "who leads"),
            FormKey("members", .list(of: person), "who is there"),
            FormKey("officer", .group(other), "who works")
        )
        #expect(text.matches(of: /"#\/definitions\/person"/).count == 2)
        #expect(text.matches(of: /"#\/definitions\/person-2"/).count == 1)
        #expect(text.matches(of: /"person" : \{/).count == 1)
        #expect(text.matches(of: /"person-2" : \{/).count == 1)
    }

    @Test func `a text has the bounds of its format, each of a list too`() {
        let number = lines(FormKey("pages", .texts, format: .wholeNumber(1...40), required: true, "how many"))
        #expect(number.count { $0 == #""maximum" : 40,"# } == 2)
        #expect(number.count { $0 == #""minimum" : 1,"# } == 2)
        let flag = lines(FormKey("box", format: .flag, required: true, "whether it has one"))
        #expect(flag.contains { $0.hasPrefix(#""pattern" : "^([Tt]rue|"#) })
    }

    @Test func `a part without keys that it needs can stand by its name alone`() {
        let parts = ["body": Form("the body", []), "contact": person]
        let text = schema(FormKey("parts", .parts(parts), required: true, "what it has"))
        #expect(text.contains(/"enum" : \[\s*"body"\s*\]/))
        #expect(text.contains(#""maxProperties" : 1"#))
    }
}
