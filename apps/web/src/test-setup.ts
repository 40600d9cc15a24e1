import { configure } from '@testing-library/react';

// A busy machine is slow, not wrong: what a page will show may take its time. Tests are never timed.
configure({ asyncUtilTimeout: 10_000 });
