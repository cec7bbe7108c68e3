# SPDX-License-Identifier: Apache-2.0

PROGRAM = .build/release/cleardays

.PHONY: setup build install uninstall deb sample test fuzz judge judge-html judge-data judge-schemas judge-rtl format bench stages sbom clean

# Installs the Debian packages that are missing.
setup:
	@tools/setup

build: setup
	swift build -c release --static-swift-stdlib --product cleardays
	swift build -c release --static-swift-stdlib --product cleardays-preview
	swift build -c release --static-swift-stdlib --product cleardays-worker

# Installs what is built: make install PREFIX=/opt/cleardays DESTDIR=
PREFIX = /usr/local
install:
	@tools/install --prefix "$(PREFIX)" --destdir "$(DESTDIR)"

uninstall:
	@tools/install --prefix "$(PREFIX)" --destdir "$(DESTDIR)" --remove

# Makes the Debian package of what is built, in .build/package.
deb: build
	@CLEARDAYS_PACKAGE=1 tools/setup
	@tools/package

sample: build
	@$(PROGRAM) render samples/wealdshire-2009 --out out

# The browser is for tools/judge-html alone.
test:
	@CLEARDAYS_BROWSER=1 tools/setup
	@tools/test

# Fuzzes every target, or one: make fuzz SECONDS=600 TARGET=csv
fuzz: setup
	@tools/fuzz --seconds $(SECONDS) $(TARGET)

# Judges the PDFs of every sample in every theme.
judge: setup
	swift build --product cleardays
	@tools/judge

# Judges the HTML of every sample in every theme, the page of a watch folder and those of a preview.
judge-html:
	@CLEARDAYS_BROWSER=1 tools/setup
	swift build --product cleardays
	swift build --product cleardays-preview
	@tools/judge-html

# Judges the data of every sample.
judge-data: setup
	swift build --product cleardays
	@tools/judge-data

# Judges the schemas of the files of workspaces.
judge-schemas: setup
	swift build --product cleardays
	@tools/judge-schemas

# Reads text from right to left with the readers of PDF.
judge-rtl:
	@CLEARDAYS_BROWSER=1 tools/setup
	swift build --product cleardays
	@tools/judge-rtl

format:
	swift format --in-place --parallel --recursive Sources Tests Package.swift

# Times Cleardays beside other typesetters, all cases or some: make bench CASES="sample 500" ROUNDS=3
bench: build
	swift build -c release --static-swift-stdlib --product bench
	@tools/compare $(if $(ROUNDS),--rounds $(ROUNDS)) $(CASES)

# The time of each stage of Cleardays alone, and whether it grows with the rows as it should.
stages: setup
	swift build -c release --static-swift-stdlib --product bench
	@.build/release/bench sample
	@.build/release/bench html
	@.build/release/bench rows 2000
	@.build/release/bench rows 10000
	@.build/release/bench linear
	@.build/release/bench check
	@.build/release/bench again

clean:
	rm -rf .build out

# Writes sbom.json, the bill of materials of both programs (CycloneDX).
sbom: build
	@tools/sbom
