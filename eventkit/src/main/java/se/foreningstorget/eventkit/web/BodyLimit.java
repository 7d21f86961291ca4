package se.foreningstorget.eventkit.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/** Takes in no more of a body than the limit, said or unsaid (chunked) length alike. */
final class BodyLimit extends OncePerRequestFilter {
    private final int most;

    BodyLimit(int most) {
        this.most = most;
    }

    /** More was sent than is taken in. */
    static final class BodyTooLarge extends RuntimeException {
        BodyTooLarge() {
            super("body too large", null, false, false);
        }
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(
                new HttpServletRequestWrapper(request) {
                    /** A wildcard is no type of a body: as good as an unknown one. */
                    @Override
                    public @Nullable String getHeader(String name) {
                        var value = super.getHeader(name);
                        boolean wildcard =
                                name.equalsIgnoreCase("Content-Type")
                                        && value != null
                                        && value.contains("*");
                        return wildcard ? "application/octet-stream" : value;
                    }

                    @Override
                    public @Nullable String getContentType() {
                        return getHeader("Content-Type");
                    }

                    @Override
                    public Enumeration<String> getHeaders(String name) {
                        var value = name.equalsIgnoreCase("Content-Type") ? getHeader(name) : null;
                        return value == null
                                ? super.getHeaders(name)
                                : Collections.enumeration(List.of(value));
                    }

                    @Override
                    public ServletInputStream getInputStream() throws IOException {
                        return new Counted(super.getInputStream());
                    }
                },
                response);
    }

    private final class Counted extends ServletInputStream {
        private final ServletInputStream in;
        private int read;

        Counted(ServletInputStream in) {
            this.in = in;
        }

        private int count(int bytes) {
            read += Math.max(0, bytes);
            if (read > most) {
                throw new BodyTooLarge();
            }
            return bytes;
        }

        @Override
        public int read() throws IOException {
            int one = in.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            return count(in.read(bytes, offset, length));
        }

        @Override
        public boolean isFinished() {
            return in.isFinished();
        }

        @Override
        public boolean isReady() {
            return in.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            in.setReadListener(listener);
        }
    }
}
