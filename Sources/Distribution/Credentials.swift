// SPDX-License-Identifier: Apache-2.0

import Glibc
package import Publishing

/// Reads secrets from files and the environment: never from the command line, which every user of a machine can read.
package enum Credentials {
    /// The password of the broker: the first line of a file, or the value of `CLEARDAYS_BROKER_PASSWORD`.
    ///
    /// - Throws: a ``PublicationError`` if there is none.
    package static func brokerPassword(
        file: String?,
        environment: [String: String]
    ) throws(PublicationError) -> String {
        if let file {
            let line = try text(of: file).prefix { !$0.isNewline }
            if line.isEmpty { throw PublicationError(.usage, "\(file) has no password in its first line") }
            return String(line)
        }
        if let password = environment["CLEARDAYS_BROKER_PASSWORD"], !password.isEmpty { return password }
        throw PublicationError(
            .usage,
            "there is no password for the broker: name a file with --broker-password-file, or set CLEARDAYS_BROKER_PASSWORD"
        )
    }

    /// The key of a bucket: of a file as the AWS command line has it (`aws_access_key_id = …`), or of the environment.
    ///
    /// - Parameter environment: empty for the restricted store, which never has the key of the other.
    /// - Returns: `nil` if there is none.
    /// - Throws: a ``PublicationError`` if a file that is named has none.
    package static func bucket(
        file: String?,
        environment: [String: String]
    ) throws(PublicationError) -> S3Credentials? {
        if let file {
            var values: [String: String] = [:]
            for line in try text(of: file).split(whereSeparator: \.isNewline) {
                let parts = line.split(separator: "=", maxSplits: 1).map { $0.trimmed }
                if parts.count == 2, values[parts[0]] == nil { values[parts[0]] = parts[1] }
            }
            guard
                let credentials = S3Credentials(
                    values,
                    "aws_access_key_id",
                    "aws_secret_access_key",
                    "aws_session_token"
                )
            else { throw PublicationError(.usage, "\(file) has no aws_access_key_id and aws_secret_access_key") }
            return credentials
        }
        return S3Credentials(environment, "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN")
    }

    /// Takes the secrets out of the environment, so that no process that is started has them.
    package static func clearEnvironment() {
        for name in [
            "CLEARDAYS_BROKER_PASSWORD", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN",
        ] { unsetenv(name) }
    }

    private static func text(of file: String) throws(PublicationError) -> String {
        guard let text = ProcessFile.text(of: file) else {
            throw PublicationError(.inputOutput, "\(file) cannot be read")
        }
        return text
    }
}

extension S3Credentials {
    fileprivate init?(_ values: [String: String], _ identifier: String, _ secret: String, _ token: String) {
        guard let identifier = values[identifier], let secret = values[secret], !identifier.isEmpty, !secret.isEmpty
        else { return nil }
        self.init(identifier: identifier, secret: secret, sessionToken: values[token].flatMap { $0.isEmpty ? nil : $0 })
    }
}

extension Substring {
    fileprivate var trimmed: String {
        String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}
