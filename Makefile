# make install PREFIX=/usr/local, make deb, make tarball: docs/packaging/README.md says what is made and what it needs.

PREFIX ?= /usr/local
# Empty, or a folder that stands for / while a package is put together.
DESTDIR ?=
UNITS ?= $(PREFIX)/lib/systemd/system
ZSH ?= $(PREFIX)/share/zsh/site-functions

VERSION := $(shell sed -n 's/.* version = "\(.*\)"/\1/p' Sources/Situation/Release.swift)
# The same sources give the same pages and packages: their date is that of the last change.
export SOURCE_DATE_EPOCH ?= $(shell git log -1 --format=%ct 2>/dev/null || date +%s)
DATE := $(shell date -u -d @$(SOURCE_DATE_EPOCH) +%F)

PROGRAM := .build/release/sitboard
MADE := .build/package
PACKAGING := docs/packaging
SOURCES := Package.swift $(shell find Sources seeds -type f)
SYSTEMD := sitboard-fetch@.service sitboard-fetch@.timer sitboard-desk@.service

bin := $(DESTDIR)$(PREFIX)/bin
share := $(DESTDIR)$(PREFIX)/share

.PHONY: all install deb tarball clean
.DELETE_ON_ERROR:

all: $(MADE)/made

$(PROGRAM): $(SOURCES)
	swift build -c release --product sitboard --disable-local-rpath
	touch $@

# The manual and the completions are what the program says about itself.
$(MADE)/made: Makefile $(PROGRAM) $(PACKAGING)/manual.py $(PACKAGING)/manual-end.man
	rm -rf $(MADE)/man $(MADE)/completions
	mkdir -p $(MADE)/man $(MADE)/completions
	python3 $(PACKAGING)/manual.py $(PROGRAM) $(MADE)/man $(DATE)
	gzip -9n $(MADE)/man/*.1
	$(PROGRAM) --generate-completion-script bash | sed "1{/^#!/d}" > $(MADE)/completions/sitboard
	$(PROGRAM) --generate-completion-script zsh > $(MADE)/completions/_sitboard
	$(PROGRAM) --generate-completion-script fish > $(MADE)/completions/sitboard.fish
	touch $@

install: all
	install -D -m 755 -s $(PROGRAM) $(bin)/sitboard
	install -D -m 644 -t $(share)/man/man1 $(MADE)/man/*.1.gz
	install -D -m 644 -t $(share)/bash-completion/completions $(MADE)/completions/sitboard
	install -D -m 644 -t $(DESTDIR)$(ZSH) $(MADE)/completions/_sitboard
	install -D -m 644 -t $(share)/fish/vendor_completions.d $(MADE)/completions/sitboard.fish
	install -D -m 644 -t $(share)/doc/sitboard LICENSE $(PACKAGING)/copyright
	install -D -m 644 -t $(share)/doc/sitboard/examples docs/examples/*
	install -D -m 644 -t $(share)/sitboard $(PACKAGING)/desk.sshd_config
	install -D -m 644 $(PACKAGING)/sitboard.sysusers $(DESTDIR)$(PREFIX)/lib/sysusers.d/sitboard.conf
	install -d -m 755 $(DESTDIR)$(UNITS)
	for unit in $(SYSTEMD); do \
	  sed 's|@PREFIX@|$(PREFIX)|g' "$(PACKAGING)/$$unit" > "$(DESTDIR)$(UNITS)/$$unit" && \
	  chmod 644 "$(DESTDIR)$(UNITS)/$$unit" || exit 1; \
	done

deb: all
	$(PACKAGING)/deb.sh $(VERSION) $(MADE)

tarball: all
	$(PACKAGING)/tarball.sh $(VERSION) $(MADE)

clean:
	rm -rf $(MADE)
