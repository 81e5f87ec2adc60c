// One OpenSearch node, from jars alone: java -cp … SearchNode HOME key=value … key=[a,b] …
// The stock main class wants an installed server and refuses the superuser.

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.codelibs.opensearch.runner.node.OpenSearchRunnerNode;
import org.opensearch.common.logging.LogConfigurator;
import org.opensearch.common.settings.Settings;
import org.opensearch.env.Environment;
import org.opensearch.index.reindex.ReindexModulePlugin;
import org.opensearch.node.InternalSettingsPreparer;
import org.opensearch.transport.Netty4ModulePlugin;

public class SearchNode {
  private static final String LOGGING = """
      status = error
      appender.console.type = Console
      appender.console.name = console
      appender.console.layout.type = PatternLayout
      appender.console.layout.pattern = [%d{ISO8601}][%-5p][%c{1.}] %m%n
      rootLogger.level = warn
      rootLogger.appenderRef.console.ref = console
      """;

  public static void main(String[] arguments) throws Exception {
    Path home = Path.of(arguments[0]).toAbsolutePath();
    Path config = home.resolve("config");
    for (String name : List.of("config", "modules", "plugins")) {
      Files.createDirectories(home.resolve(name));
    }
    Files.writeString(config.resolve("log4j2.properties"), LOGGING);
    Settings.Builder settings = Settings.builder()
        .put("path.home", home)
        .put("path.data", home.resolve("data"))
        .put("path.logs", home.resolve("logs"));
    for (String argument : List.of(arguments).subList(1, arguments.length)) {
      String[] pair = argument.split("=", 2);
      if (pair[1].startsWith("[")) {
        settings.putList(pair[0], pair[1].substring(1, pair[1].length() - 1).split(","));
      } else {
        settings.put(pair[0], pair[1]);
      }
    }
    Environment environment = InternalSettingsPreparer.prepareEnvironment(
        settings.build(), Map.of(), config, () -> "search-node");
    LogConfigurator.registerErrorListener();
    LogConfigurator.configure(environment);
    OpenSearchRunnerNode node = new OpenSearchRunnerNode(
        environment, List.of(Netty4ModulePlugin.class, ReindexModulePlugin.class));
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(stopped::countDown));
    node.start();
    stopped.await();
    node.close();
  }
}
