import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.net.URI;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Properties;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Fetches the pinned Maven and prints the path of its mvn. In Java, because a JDK is the one thing that is surely here:
 * curl, wget and unzip may not be. Usage: {@code java FetchMaven.java maven-wrapper.properties FOLDER}.
 */
final class FetchMaven {
    public static void main(String[] args) throws Exception {
        Properties wanted = new Properties();
        try (Reader in = Files.newBufferedReader(Path.of(args[0]))) {
            wanted.load(in);
        }
        URI url = URI.create(wanted.getProperty("distributionUrl"));
        Path folder = Path.of(args[1]);
        String name = url.getPath().replaceAll(".*/", "").replace("-bin.zip", "");
        Path mvn = folder.resolve(name).resolve("bin/mvn");
        if (!Files.isExecutable(mvn)) {
            try {
                Files.createDirectories(folder);
                Path zip = Files.createTempFile(folder, "maven", ".zip");
                zip.toFile().deleteOnExit(); // also on Ctrl-C
                download(url, zip, wanted.getProperty("distributionSha256Sum"));
                unpack(zip, folder);
            } catch (IOException failed) {
                System.err.println("parley: Maven could not be fetched from " + url.getHost() + " ("
                        + failed.getClass().getSimpleName() + ": " + failed.getMessage()
                        + "). Install Maven, or connect this host to the network once.");
                System.exit(1);
            }
            mvn.toFile().setExecutable(true);
        }
        System.out.println(mvn);
    }

    private static void download(URI url, Path to, String sha256) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        URLConnection connection = url.toURL().openConnection();
        connection.setConnectTimeout(15_000);
        connection.setReadTimeout(30_000);
        try (InputStream in = new DigestInputStream(connection.getInputStream(), digest)) {
            Files.copy(in, to, StandardCopyOption.REPLACE_EXISTING);
        }
        if (!HexFormat.of().formatHex(digest.digest()).equals(sha256)) {
            throw new IOException("what came is not the pinned file");
        }
    }

    private static void unpack(Path zip, Path folder) throws IOException {
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                Path target = folder.resolve(entry.getName()).normalize();
                if (!target.startsWith(folder)) {
                    throw new IOException("an entry points outside: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.getParent());
                    Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }
}
