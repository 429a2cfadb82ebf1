package io.caseclock.local.cli;

import picocli.CommandLine.Command;

/** What can be done with a rule pack. */
@Command(
    name = "pack",
    description = "Looks after rule packs.",
    mixinStandardHelpOptions = true,
    subcommands = {PackCheckCommand.class, PackImpactCommand.class},
    synopsisSubcommandLabel = "COMMAND")
final class PackCommand {}
