package se.foreningstorget.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedTest.TheThing.class)
class SharedTest {
    private static final AtomicInteger STARTED = new AtomicInteger();

    private final Thing thing;

    SharedTest(Thing thing) {
        this.thing = thing;
    }

    record Thing(Platform platform) implements AutoCloseable {
        @Override
        public void close() {}
    }

    static final class TheThing extends Shared<Thing> {
        TheThing() {
            super(Thing.class);
        }

        @Override
        protected Thing start(Platform platform) {
            STARTED.incrementAndGet();
            return new Thing(platform);
        }
    }

    @Test
    void oneIsStartedOnTheSharedPlatform() {
        assertThat(thing.platform()).isSameAs(Platform.shared());
        assertThat(STARTED).hasValue(1);
    }

    @Test
    void andEveryTestGetsIt(Thing another) {
        assertThat(another).isSameAs(thing);
        assertThat(STARTED).hasValue(1);
    }
}
