package dev.parley.cli;

import dev.parley.config.GivenToken;
import dev.parley.config.Refusal;
import java.io.PrintStream;
import picocli.CommandLine;

/** The way in. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        int code = run(args, System.out, System.err);
        System.out.flush();
        // Not System.exit: by now everything is closed, and no library's hook may hold up the person's prompt.
        Runtime.getRuntime().halt(code);
    }

    /** Parses and runs; returns the exit code of EXPERIENCE.md section 5. */
    static int run(String[] args, PrintStream out, PrintStream err) {
        // With nothing said there is nothing to parse, and the parser's classes, too old to be archived, cost 100 ms.
        if (args.length == 0) {
            return dashboard(err);
        }
        try {
            GivenToken.refuseIn(args);
        } catch (Refusal secret) {
            return said(secret, err);
        }
        return parse(args, out, err);
    }

    private static int dashboard(PrintStream err) {
        try {
            return new ClientCommand().call();
        } catch (Refusal | InterruptedException | RuntimeException problem) {
            return said(problem, err);
        }
    }

    private static int parse(String[] args, PrintStream out, PrintStream err) {
        CommandLine line = new CommandLine(new ClientCommand());
        line.addSubcommand(new SandboxCommand());
        line.addSubcommand(new ExportCommand());
        line.addSubcommand(new KeysCommand());
        line.addSubcommand(new PictureCommand());
        line.addSubcommand(new WarmUpCommand());
        line.addSubcommand(new CommandLine.HelpCommand());
        line.setOut(new java.io.PrintWriter(out, true, java.nio.charset.StandardCharsets.UTF_8));
        line.setErr(new java.io.PrintWriter(err, true, java.nio.charset.StandardCharsets.UTF_8));
        line.setParameterExceptionHandler((problem, given) -> {
            err.println("parley: " + Sentences.of(problem));
            return Refusal.USAGE;
        });
        line.setExecutionExceptionHandler((problem, command, parsed) -> said(problem, err));
        return line.execute(args);
    }

    private static int said(Exception problem, PrintStream err) {
        if (problem instanceof Refusal refusal) {
            err.println("parley: " + Sentences.safe(refusal.sentence()));
            return refusal.exitCode();
        }
        err.println("parley: " + Sentences.safe("stopped by a fault of its own (" + problem + ")"));
        return Refusal.FAILED;
    }
}
