package io.caseclock.local.cli;

import picocli.CommandLine.Command;

/** What can be done with a rule pack; needs no running stack. */
@Command(
    name = "pack",
    description = "Looks after rule packs.",
    mixinStandardHelpOptions = true,
    subcommands = PackCheckCommand.class,
    synopsisSubcommandLabel = "COMMAND")
final class PackCommand {}
