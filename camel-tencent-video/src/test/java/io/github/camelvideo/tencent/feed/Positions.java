/*
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */
package io.github.camelvideo.tencent.feed;

import io.github.camelvideo.feed.position.FileOffsetRepository;
import io.github.camelvideo.feed.position.JdbcOffsetRepository;
import java.nio.file.Path;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.apache.camel.spi.StateRepository;
import org.apache.camel.support.processor.state.FileStateRepository;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.h2.jdbcx.JdbcDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** The places where positions may be kept. */
enum Positions {
    /** One bean that somebody else has started and that lives on. */
    MEMORY {
        @Override
        Supplier<StateRepository<String, String>> in(Path directory) {
            StateRepository<String, String> one = new MemoryStateRepository();
            one.start();
            return () -> one;
        }
    },
    /** Our own files, opened anew. */
    FILES {
        @Override
        Supplier<StateRepository<String, String>> in(Path directory) {
            return () -> new FileOffsetRepository(directory.toString());
        }
    },
    /** A table, by a new data source. */
    DATABASE {
        @Override
        Supplier<StateRepository<String, String>> in(Path directory) {
            return () -> database("jdbc:h2:mem:" + directory.getFileName() + ";DB_CLOSE_DELAY=-1");
        }
    },
    /** Camel's file, opened anew. */
    CAMEL_FILE {
        @Override
        Supplier<StateRepository<String, String>> in(Path directory) {
            return () -> FileStateRepository.fileStateRepository(
                    directory.resolve("positions").toFile());
        }
    };

    /** Opens the place, each time as a new process would. */
    abstract Supplier<StateRepository<String, String>> in(Path directory);

    private static DataSource source(String url) {
        if (url.startsWith("jdbc:postgresql:")) {
            PGSimpleDataSource source = new PGSimpleDataSource();
            source.setUrl(url);
            return source;
        }
        JdbcDataSource source = new JdbcDataSource();
        source.setURL(url);
        return source;
    }

    static JdbcOffsetRepository database(String url) {
        JdbcOffsetRepository repository = new JdbcOffsetRepository(source(url));
        repository.setCreateTable(true);
        return repository;
    }
}
